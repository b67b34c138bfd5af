"""What a request is about in rough ideas, alone, in pairs and with how the text ends: a way to
ask, a wrong, a lawful end.

Few lines teach a pair of ideas, where a pair of words would need many; and how a text ends tells
who wants it done from who asks what to do about it. No word decides by itself.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, combinations, product

from faq.safety.reading import Placed, Reading
from faq.safety.vocabulary import Patterns, vocabulary

_ENDS, _ENDS_AFTER = (2, 3, 4), (1, 2, 3)  # letters at the end of a text
_RIGHTING = "repent_lawful"
_REMEMBERED = 8  # texts; each is looked through for several purposes


def names_wrong(text: str) -> bool:
    """Whether a canonical ``text`` has a word for a wrong."""
    _, wrong, _ = _ideas(text)
    return bool(wrong)


def sets_right(text: str) -> bool:
    """Whether a canonical ``text`` has a word for handing in, owning up or the like."""
    _, _, lawful = _ideas(text)
    return any(idea == _RIGHTING for _, idea in lawful)


def with_ideas(reading: Reading) -> Placed:
    """The grams of a text, each once, with its ideas, every two of them where they are complete,
    its end, and the ideas before that: what is said again and again does not ask for more.
    """
    grams = {gram: at for at, gram in reversed(reading.grams)}
    return [*((at, gram) for gram, at in grams.items()), *_told(reading.text)]


@lru_cache(_REMEMBERED)
def _told(text: str) -> Placed:
    """The grams of the ideas of a text."""
    asking, wrong, lawful = _ideas(text)
    found = [*asking, *wrong, *lawful, *_summed(wrong, lawful)]
    pairs = (
        (max(at, other_at), f"{idea}+{other}")
        for (at, idea), (other_at, other) in combinations(found, 2)
    )
    ideas = [(at, f"i:{idea}") for at, idea in chain(found, pairs)]
    ended = _ended(text, [idea for _, idea in found])
    return [*ideas, *ended, *_beside(text, [*wrong, *lawful])]


@lru_cache(_REMEMBERED)
def _ideas(text: str) -> tuple[Placed, Placed, Placed]:
    """The ways to ask, the wrongs and the lawful ends in a canonical ``text``."""
    words = vocabulary()
    asking, wrong, lawful = (
        list(_found(text, each)) for each in (words.asking, words.wrong, words.lawful)
    )
    return asking, wrong, lawful


def _ended(text: str, ideas: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The last letters of ``text``, alone and after each idea."""
    last = max(len(text) - 1, 0)
    for size in _ENDS:
        yield last, f"e:{text[-size:]}"
    for idea, size in product(ideas, _ENDS_AFTER):
        yield last, f"e:{idea}|{text[-size:]}"


def _beside(text: str, ideas: Placed) -> Iterator[tuple[int, str]]:
    """Each letter of ``text`` with each wrong and lawful end in it, where both are complete."""
    letters = {letter: at for at, letter in reversed(list(enumerate(text)))}
    for (at, idea), (letter, other_at) in product(ideas, letters.items()):
        yield max(at, other_at), f"b:{idea}|{letter}"


def _found(text: str, patterns: Patterns) -> Iterator[tuple[int, str]]:
    for idea, pattern in patterns:
        match = pattern.search(text)
        if match:
            yield match.start(), idea


def _summed(wrong: Placed, lawful: Placed) -> Iterator[tuple[int, str]]:
    """Whether there is a wrong, more than one, a lawful end, and a wrong without such an end."""
    if wrong:
        yield min(wrong)[0], "wrong"
    if len(wrong) > 1:
        yield max(wrong)[0], "wrongs"
    if lawful:
        yield min(lawful)[0], "lawful"
    elif wrong:
        yield min(wrong)[0], "bare"
