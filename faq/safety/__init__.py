"""Danger now, and requests for help with a wrong: two screens that run before everything else.
They need no content, storage or network.

Both are learnt from lines that people would write; ``lessons`` and ``teaching`` say how. A false
alarm costs a card, a missed one more, so outright words of danger are a floor below what is learnt.
"""

from faq.safety.refusing import harm, tells_of_wrong
from faq.safety.screening import screen

__all__ = ["harm", "screen", "tells_of_wrong"]
