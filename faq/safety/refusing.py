"""Whether a text asks for help with a wrong: by what it wants as a whole, not by one word."""

from faq.model import Harm
from faq.safety.ideas import names_wrong
from faq.safety.learned import HARM, packaged
from faq.safety.reading import clauses

ENOUGH = 0.0  # the margin from which on a request is refused: 0.6 % of ordinary questions
_FEW = 8  # letters; so short a text is a follow-up, unless it names a wrong


def harm(text: str) -> Harm | None:
    """The kind of harm that ``text`` asks for help with, or None.

    Who asks what the law says, whether a paper is genuine, how to report or what to do as a victim
    uses the same words and is not meant. Without what is learnt nothing is refused.
    """
    learned = packaged(HARM)
    plain = clauses(text)[0]
    if learned is None or (len(plain) < _FEW and not names_wrong(plain)):
        return None
    kind, margin = learned.score(text, ENOUGH)
    return Harm(kind) if margin > ENOUGH else None
