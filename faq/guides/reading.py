"""Free text to answers: as many questions as the words of a text answer at once."""

from collections.abc import Iterable

from faq.normalise import canonical
from faq.schema.guide import GuideFile, Words
from faq.words import Replacer

_LITTLE = 2


class Reader:
    """Reads texts for one guide."""

    def __init__(self, guide: GuideFile) -> None:
        # In the order of the questions, which is the order in which answers are told again.
        self._meaning: dict[str, dict[tuple[str, str], None]] = {
            word: {} for word in _all(guide.ignore)
        }
        self._replies: dict[tuple[str, str], str] = {}
        for question, step in guide.questions.items():
            for name, option in step.options.items():
                words = _all(option.words)
                for word in words:
                    self._meaning.setdefault(word, {})[question, name] = None
                labels = map(canonical, (option.label.zh, option.label.en))
                for reply in (*labels, *_all(option.replies), *words):
                    self._replies.setdefault((question, reply), name)
        self._finder = Replacer({word: word for word in self._meaning})
        self._about = Replacer({word: word for word in _all(guide.about)})

    def read(self, text: str) -> dict[str, str]:
        """The questions that ``text`` answers; one it answers twice differently is left out."""
        found: dict[str, set[str]] = {}
        for word in self._finder.find(canonical(text)):
            for question, option in self._meaning[word]:
                found.setdefault(question, set()).add(option)
        return {name: options.pop() for name, options in found.items() if len(options) == 1}

    def is_all(self, text: str) -> bool:
        """Whether hardly anything is left of ``text`` without the words that are known."""
        return sum(map(str.isalnum, self.rest(text))) <= _LITTLE

    def names(self, text: str) -> bool:
        """Whether ``text`` names what the guide is about."""
        return bool(self._about.find(canonical(text)))

    def rest(self, text: str) -> str:
        """What ``text`` says beside the words that are known."""
        return self._finder.strip(canonical(text))

    def reply(self, text: str, question: str, options: Iterable[str]) -> str | None:
        """The option that ``text`` is: its label, its number, a reply or a word of it."""
        said = canonical(text)
        offered = tuple(options)
        numbered = {str(at): option for at, option in enumerate(offered, 1)}
        if said in numbered:
            return numbered[said]
        option = self._replies.get((question, said))
        return option if option in offered else None


def _all(words: Words) -> tuple[str, ...]:
    return tuple(map(canonical, (*words.zh, *words.en)))
