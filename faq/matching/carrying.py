"""What leaves its object out is read with the entry the chat was last about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from faq.features.grams import written
from faq.features.space import Space
from faq.matching.ranking import Scored
from faq.matching.reading import Reading

# Chosen on our own follow-ups, against questions of another kind asked in the middle of a chat.
_TOGETHER = 0.7  # how much the question counts read after the entry's name
_SAME = 0.4  # what the entry itself is ahead by
_ELSEWHERE = 0.6  # what a matter of others, small talk or a broad question is behind by
_NAMED = 0.8  # the share of all that, where the question names an object of its own
_MARKED = 0.9  # the same, where it is put as a follow-up is
_TELLING = 0.5  # at most, where the question says much of its own
_AHEAD, _FAR_AHEAD = 0.2, 0.8  # leads from which on a question is clear, and quite clear, alone
_CLEAR = 0.75  # what is taken from that share where it is quite clear
# Of our own questions about nothing of ours 91 in 100 say more than this, of our follow-ups 1.
_MUCH = 78.0


@dataclass(frozen=True, slots=True)
class Carrier:
    """Carries entries over; ``topics`` are their numbers, ``broad`` those of broad questions;
    ``names_thing`` tells whether a text names a thing that questions are about.
    """

    topics: Mapping[str, int]
    broad: frozenset[int]
    names_thing: Callable[[str], bool]
    space: Space

    def weight(self, alone: Scored) -> float:
        """How much a question leans on what came before: 1 if it names no object of its own and
        is not clear alone.
        """
        first, second = alone.best(2)
        lead = float(alone.scores[first] - alone.scores[second])
        clear = min(max((lead - _AHEAD) / (_FAR_AHEAD - _AHEAD), 0.0), 1.0)
        share = self._share(alone.reading) * (1.0 - _CLEAR * clear)
        return min(share, _TELLING) if self.tells(alone.reading) else share

    def leans(self, reading: Reading) -> bool:
        """Whether a question is put like a follow-up."""
        return self._share(reading) >= _MARKED

    def tells(self, reading: Reading) -> bool:
        """Whether a question says so much that it can stand on its own."""
        return self.says(reading) > _MUCH

    def says(self, reading: Reading) -> float:
        """How much a question says, by the rarity of all its letters, pairs and words together."""
        return self.space.vector(written(reading.grams)).total

    def carried(self, alone: Scored, together: Scored, entry: str, lean: float = 1.0) -> Scored:
        """The scores of a question ``alone`` and ``together`` with the name of the entry before, on
        which it leans so much more (or less) than usual.
        """
        weight = lean * self.weight(alone)
        others = np.ones(len(alone.scores), np.float32)
        others[list(self.topics.values())] = 0.0
        scores = alone.scores + weight * (_TOGETHER * together.scores - _ELSEWHERE * others)
        scores[self.topics[entry]] += weight * _SAME
        if self._share(alone.reading) == 1.0:  # what it leaves open is known
            scores[list(self.broad)] = -1.0
        return replace(alone, scores=scores.astype(np.float32))

    def _share(self, reading: Reading) -> float:
        if not self.names_thing(reading.plain):
            return 1.0
        return _MARKED if reading.is_marked else _NAMED
