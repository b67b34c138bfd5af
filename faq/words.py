"""Words by longest match: synonyms to one canonical word, fillers to nothing, cues to be found."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping


class Replacer:
    """Replaces known words in a text, the longest first, in one pass from left to right."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = dict(words)
        self._by_start: dict[str, list[str]] = {}
        for word in self.words:
            self._by_start.setdefault(word[:2], []).append(word)
        for start, known in self._by_start.items():
            if len(start) > 1 and start[0] in words:
                known.append(start[0])  # the shortest that may stand there
        self._begins = _begins({start[0] for start in self._by_start})

    @property
    def words(self) -> list[str]:
        """The known words, the longest first."""
        return sorted(filter(None, self._words), key=lambda word: (-len(word), word))

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

    def is_in(self, text: str) -> bool:
        """Whether a known word is in ``text``."""
        return next(self._placed(text), None) is not None

    def _placed(self, text: str) -> Iterator[tuple[int, str]]:
        end = 0
        for begin in self._begins.finditer(text):
            at = begin.start()
            if at < end:
                continue
            known = self._by_start.get(text[at : at + 2]) or self._by_start.get(text[at])
            for word in known or ():
                if text.startswith(word, at) and is_whole(text, at, word):
                    yield at, word
                    end = at + len(word)
                    break


def _begins(letters: Collection[str]) -> re.Pattern[str]:
    """Where a word that begins with one of ``letters`` may begin: not within a Latin word."""
    latin = "".join(filter(_latin, letters))
    others = "".join(re.escape(letter) for letter in letters if not _latin(letter))
    either = [f"(?<![0-9A-Za-z])[{latin}]"] * bool(latin) + [f"[{others}]"] * bool(others)
    return re.compile("|".join(either) or "(?!)")


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
