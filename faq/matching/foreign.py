"""Questions in Japanese, Korean and Russian, read by the words of them that we know in Chinese.

Who writes so is a foreigner: 护照 is a foreign passport.
"""

import re
from collections.abc import Mapping, Sequence

from faq.normalise import canonical
from faq.words import Replacer

_SCRIPTS = "\u0400-\u04ff\u3040-\u30ff\u31f0-\u31ff\uac00-\ud7af"  # Cyrillic, kana, Hangul
_ASKER = "外国人"
_FEWEST = 2  # words that must be known: a 在哪 alone says nothing
_FOREIGN = re.compile(f"[{_SCRIPTS}]")
_REST = re.compile(f"[{_SCRIPTS}\u3005\u30fc]+")


class Glossary:
    """Words of other scripts by the Chinese word that means the same."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self._replacer = Replacer(
            {
                canonical(word): f" {canonical(ours)} "
                for ours, ones in words.items()
                for word in ones
            }
        )

    def apply(self, plain: str) -> str:
        """A canonical text in Chinese as far as its words are known, without the rest of them, and
        said by a foreigner; as it is if it has no letter of those scripts, or fewer than two words
        that we know.
        """
        if not _FOREIGN.search(plain) or len(self._replacer.find(plain)) < _FEWEST:
            return plain
        known = _REST.sub(" ", self._replacer.apply(plain)).split()
        return " ".join([_ASKER, *known])
