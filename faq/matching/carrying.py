"""What leaves its object out is read with the entry the chat was last about."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from faq.matching.ranking import Scored
from faq.normalise import han_count
from faq.words import Replacer

# Chosen on our own follow-ups, against questions of another kind asked in the middle of a chat.
_TOGETHER = 0.5  # how much the question counts read after the entry's name
_SAME = 0.4  # what the entry itself is ahead by
_ELSEWHERE = 0.6  # what a matter of others, small talk or a broad question is behind by
_NAMED = 0.4  # the share of all that, where the question names an object of its own
_MARKED = 0.6  # the same, where it begins or ends as a follow-up does
_LONG_SHARE = 0.5  # of a long question, which tells a story of its own
_LONG = 16
_MARK = re.compile(r"^(?:那|再|还|and\b|what about|how about|then\b)|(?:呢|么)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Carrier:
    """Carries entries over; ``topics`` are their numbers."""

    topics: Mapping[str, int]
    objects: Replacer

    def weight(self, plain: str) -> float:
        """How much a question leans on what came before: 1 if it names no object of its own."""
        share = 1.0
        if self.objects.find(plain):
            share = _MARKED if _MARK.search(plain) else _NAMED
        return share * (_LONG_SHARE if _size(plain) > _LONG else 1.0)

    def leans(self, plain: str) -> bool:
        """Whether a question is put like a follow-up."""
        return self.weight(plain) >= _MARKED

    def carried(self, alone: Scored, together: Scored, entry: str) -> Scored:
        """The scores of a question ``alone`` and ``together`` with the name of the entry before."""
        weight = self.weight(alone.reading.plain)
        others = np.ones(len(alone.scores), np.float32)
        others[list(self.topics.values())] = 0.0
        scores = alone.scores + weight * (_TOGETHER * together.scores - _ELSEWHERE * others)
        scores[self.topics[entry]] += weight * _SAME
        return replace(alone, scores=scores.astype(np.float32))


def _size(text: str) -> int:
    return han_count(text) or len(text.split())
