"""Words by longest match: synonyms to one canonical word, fillers to nothing, cues to be found."""

import re
from collections.abc import Iterable, Iterator, Mapping

_START = 2  # letters, by which words are looked up
_NOWHERE = re.compile(r"(?!)")


class Replacer:
    """Replaces known words in a text, the longest first, in one pass from left to right."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = dict(words)
        self._by_start: dict[str, list[str]] = {}
        for word in sorted((word for word in words if word), key=lambda word: (-len(word), word)):
            self._by_start.setdefault(word[:_START], []).append(word)
        firsts = "".join(re.escape(letter) for letter in {start[0] for start in self._by_start})
        self._begins = re.compile(f"[{firsts}]") if firsts else _NOWHERE

    def apply(self, text: str) -> str:
        """``text`` with every known word replaced."""
        out: list[str] = []
        end = 0
        for at, word in self._placed(text):
            out += (text[end:at], self._words[word])
            end = at + len(word)
        return "".join((*out, text[end:]))

    def find(self, text: str) -> tuple[str, ...]:
        """The known words in ``text`` in order, longest match, not overlapping."""
        return tuple(word for _, word in self._placed(text))

    def strip(self, text: str) -> str:
        """``text`` without the known words."""
        for word in self.find(text):
            text = text.replace(word, " ", 1)
        return text

    def _placed(self, text: str) -> Iterator[tuple[int, str]]:
        end = 0
        for begin in self._begins.finditer(text):
            at = begin.start()
            if at < end:
                continue
            word = self._at(text, at)
            if word:
                yield at, word
                end = at + len(word)

    def _at(self, text: str, at: int) -> str | None:
        """The longest known word that stands at a place; one of a single letter is the shortest."""
        for size in range(_START, 0, -1):
            for word in self._by_start.get(text[at : at + size], ()):
                if text.startswith(word, at) and is_whole(text, at, word):
                    return word
        return None


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
