"""Whether a text asks for help with a wrong: by what it wants as a whole, not by one word."""

from faq.model import Harm
from faq.safety.ideas import names_wrong, sets_right
from faq.safety.learned import HARM, packaged
from faq.safety.reading import clauses

NAMED = 0.0  # the margin from which on a text that names a wrong is refused,
UNNAMED = 0.75  # one that names none, or would set it right, as 0.5 % of ordinary questions,
BRIEF = 1.5  # and one that is so short, too, that it may follow another
_FEW = 8  # letters


def tells_of_wrong(text: str) -> bool:
    """Whether a wrong is named in ``text``, whatever is wanted of it."""
    return names_wrong(clauses(text)[0])


def harm(text: str) -> Harm | None:
    """The kind of harm that ``text`` asks for help with, or None.

    Who asks what the law says, whether a paper is genuine, how to report or what to do as a victim
    uses the same words and is not meant. Without what is learnt nothing is refused.
    """
    learned = packaged(HARM)
    if learned is None:
        return None
    enough = _enough(clauses(text)[0])
    kind, margin = learned.score(text, enough)
    return Harm(kind) if margin > enough else None


def _enough(plain: str) -> float:
    if names_wrong(plain):
        return UNNAMED if sets_right(plain) else NAMED
    return BRIEF if len(plain) < _FEW else UNNAMED
