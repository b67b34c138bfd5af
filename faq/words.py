"""Words by longest match: synonyms to one canonical word, fillers to nothing, cues to be found."""

from collections.abc import Iterable, Mapping


class Replacer:
    """Replaces known words in a text, the longest first, in one pass from left to right."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = dict(words)
        self._by_first: dict[str, list[str]] = {}
        for word in sorted((word for word in words if word), key=lambda word: (-len(word), word)):
            self._by_first.setdefault(word[0], []).append(word)

    def apply(self, text: str) -> str:
        """``text`` with every known word replaced."""
        out: list[str] = []
        at = 0
        while at < len(text):
            word = self._at(text, at)
            out.append(self._words[word] if word else text[at])
            at += len(word) or 1
        return "".join(out)

    def find(self, text: str) -> tuple[str, ...]:
        """The known words in ``text`` in order, longest match, not overlapping."""
        found: list[str] = []
        at = 0
        while at < len(text):
            word = self._at(text, at)
            if word:
                found.append(word)
            at += len(word) or 1
        return tuple(found)

    def strip(self, text: str) -> str:
        """``text`` without the known words."""
        for word in self.find(text):
            text = text.replace(word, " ", 1)
        return text

    def _at(self, text: str, at: int) -> str:
        for word in self._by_first.get(text[at], ()):
            if text.startswith(word, at) and is_whole(text, at, word):
                return word
        return ""


def is_whole(text: str, at: int, word: str) -> bool:
    """A Latin word counts only where it stands alone: ``id`` is not in ``hidden``."""
    end = at + len(word)
    before = at > 0 and _latin(text[at - 1]) and _latin(word[0])
    after = end < len(text) and _latin(text[end]) and _latin(word[-1])
    return not before and not after


def _latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def synonyms(groups: Iterable[tuple[str, ...]]) -> Replacer:
    """Groups of words of one meaning, the canonical word first."""
    return Replacer({word: group[0] for group in groups for word in group})
