"""Danger now: a screen that runs before everything else. It needs no content, storage or network.

A false alarm costs a card, a missed one more. Rules learnt from lines that people would write in
danger decide, above a floor of outright words; ``lessons`` and ``teaching`` say how it was taught.
"""

from faq.safety.screening import screen

__all__ = ["screen"]
