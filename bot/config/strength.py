"""Whether a secret is one."""

import re

# Words of examples, and the token that Telegram's own documentation shows.
_PLACEHOLDER = re.compile(
    r"example|placeholder|change.?me|your.?(?:bot|token|secret)|xxxxxx|ABC-DEF1234|AAHdqTcv", re.I
)
_FEWEST = 6


def is_placeholder(secret: str) -> bool:
    """Whether it was copied from an example."""
    return _PLACEHOLDER.search(secret) is not None


def is_weak(secret: str) -> bool:
    """Whether it can be guessed: a placeholder, or a few characters over and over."""
    return is_placeholder(secret) or len(set(secret)) < _FEWEST
