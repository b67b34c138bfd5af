"""Whether a text asks for help with a wrong: by what it wants as a whole, not by one word."""

import re
from collections.abc import Iterator

from faq.model import Harm
from faq.normalise import clean
from faq.safety import weighing
from faq.safety.ideas import names_wrong
from faq.safety.learned import HARM, packaged
from faq.safety.reading import clauses
from faq.safety.weighing import SURELY, weighed

ENOUGH = 0.0  # how much must be for a request rather than against it: no more than even
_POSSIBLE = -1.5  # the margin below which no form makes a request of a text
_DEMAND = 2.0  # how much less the margin of one of several sentences counts
_SENTENCES = re.compile(r"[。.!?;\n]|另外|还有|顺便|对了")
_SCRAP = 4  # letters; less says nothing by itself


def tells_of_wrong(text: str) -> bool:
    """Whether a wrong is named in ``text``, whatever is wanted of it."""
    return names_wrong(clauses(text)[0])


def harm(text: str, against: float = 0.0) -> Harm | None:
    """The kind of harm that ``text`` asks for help with, or None; ``against`` is how much speaks
    for an ordinary question, which must be outweighed.

    Who asks what the law says, whether a paper is genuine, how to report or what to do as a victim
    uses the same words and is not meant. Without what is learnt nothing is refused.
    """
    learned, weights = packaged(HARM), weighing.packaged()
    if learned is None or weights is None:
        return None
    kind, margin = learned.score(text, SURELY)
    if margin < _POSSIBLE:
        return None
    enough = ENOUGH + against
    if weighed(clauses(text)[0], margin, weights) > enough:
        return Harm(kind)
    for sentence in _sentences(text):
        kind, margin = learned.score(sentence, SURELY)
        if weighed(clauses(sentence)[0], margin - _DEMAND, weights) > enough:
            return Harm(kind)
    return None


def _sentences(text: str) -> Iterator[str]:
    """The sentences of ``text``, where there are several: one need not concern another."""
    found = [part for part in _SENTENCES.split(clean(text)) if len(part.strip()) >= _SCRAP]
    if len(found) > 1:
        yield from found
