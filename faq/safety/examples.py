"""The examples a screen is taught with: every text as it stands and in other ways to meet it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from faq.features.pinyin import Sounds
from faq.safety.ideas import with_ideas
from faq.safety.lessons import Line
from faq.safety.reading import Placed, read, sound_grams

_BESIDE = 24  # letters of an ordinary text that is put beside another
_STRIDE = 7919  # a prime: steps through all ordinary texts before it comes to one again


@dataclass(frozen=True, slots=True)
class Example:
    """The grams of a text and the class it is of; a copy is a text seen another way."""

    grams: tuple[str, ...]
    label: int
    copy: bool


def examples(
    texts: Sequence[Line], kinds: tuple[str, ...], sounds: Sounds, *, by_ideas: bool
) -> Iterator[Example]:
    """Every text as it stands, as it sounds, and with an ordinary one beside it: who tells of
    danger may ask a question, too.
    """

    def grams_of(text: str) -> Placed:
        reading = read(text, sounds)
        return with_ideas(reading) if by_ideas else reading.grams

    short = [line.text for line in texts if line.kind is None and len(line.text) <= _BESIDE]
    beside = {latin: [text for text in short if text.isascii() is latin] for latin in (True, False)}
    for at, line in enumerate(texts):
        label = kinds.index(line.kind) + 1 if line.kind else 0
        grams = grams_of(line.text)
        yield Example(_names(grams), label, copy=False)
        heard = sound_grams(grams)
        if 1 < len(heard) < len(grams):
            yield Example(_names(heard), label, copy=True)
        misspelt = _misspelt(grams, at)
        if misspelt:
            yield Example(misspelt, label, copy=True)
        others = beside[line.text.isascii()]
        if others:
            grams = grams_of(_beside(line.text, others, at))
            yield Example(_names(grams), label, copy=True)


def _beside(text: str, others: Sequence[str], at: int) -> str:
    """``text`` before or after another, which ``at`` chooses."""
    other = others[at * _STRIDE % len(others)]
    return f"{text},{other}" if at % 2 else f"{other},{text}"


def _misspelt(placed: Placed, at: int) -> tuple[str, ...]:
    """A text with letters here and there replaced by others that sound alike."""
    wrong = {place for place, gram in placed if len(gram) == 1 and (place * 5 + at) % 3 == 0}
    if not wrong:
        return ()
    return tuple(
        "?"
        if not gram.startswith("p:") and (place in wrong or (len(gram) == 2 and place + 1 in wrong))
        else gram
        for place, gram in placed
    )


def _names(placed: Placed) -> tuple[str, ...]:
    return tuple(gram for _, gram in placed)
