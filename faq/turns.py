"""What a follow-up changes: a city, a thing (飞机呢), a case (那小孩的呢); the rest stays."""

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from faq.asking import Doubts, Forms
from faq.catalogue import Catalogue
from faq.model import Facet
from faq.normalise import canonical
from faq.words import Replacer

_REMEMBERED = 8  # texts; each is read for several purposes
K = TypeVar("K", int, str)


@dataclass(frozen=True, slots=True)
class Said:
    """What a text names: a city, the rows of things, cases; the facet it asks in a known form;
    ``doubts`` whether it only asks if a thing is needed; ``beside`` is what it says besides,
    ``own`` what of that is no small word, ``rest`` what of that is named by none.
    """

    city: str | None
    things: tuple[int, ...]
    cases: tuple[str, ...]
    asks: Facet | None
    doubts: bool
    beside: str
    own: str
    rest: str


class Turns:
    """Reads follow-ups with the words of one version of the content."""

    def __init__(self, catalogue: Catalogue) -> None:
        turns = catalogue.turns
        self.general = frozenset(turns.general)
        self.idle = frozenset(turns.idle)
        broad = catalogue.clarifications.items()
        self.guided = frozenset(name for name, asked in broad if asked.guide is not None)
        self._rows = [
            {case: entry for case, entry in thing.entries.items() if entry in catalogue.entries}
            for thing in turns.things
        ]
        self._things = _by_word((at, thing.words) for at, thing in enumerate(turns.things))
        self._cases = _by_word(turns.cases.items())
        self._forms = Forms(turns.asks)
        self._doubts = Doubts(turns.doubts, turns.small)
        denied = (f"没{word}" for word in self._cases if word.startswith("有"))  # 没有房 is no 有房
        self._named = Replacer(dict.fromkeys((*self._things, *denied, *self._cases), " "))
        said = catalogue.words.facet_cues
        asking = (words for facet, words in said.items() if facet is not Facet.OVERVIEW)
        cues = {canonical(cue) for words in asking for cue in words}
        small = {canonical(word): " " for word in turns.small}
        self._small = Replacer({cue: cue for cue in cues} | small)
        self._mere = Replacer({canonical(word): " " for word in turns.mere})
        self._grave = frozenset(turns.grave)
        self._city = {
            canonical(word): city.id
            for city in catalogue.cities.values()
            for word in (city.name.zh, city.name.en, city.plate_prefix, *city.said)
        }
        looks_like = (word for city in catalogue.cities.values() for word in city.unless)
        kept = {canonical(word): canonical(word) for word in looks_like}
        self._cities = Replacer(dict.fromkeys(self._city, " ") | kept)
        # Of a copy: remembering its own method, it would hold itself when it is replaced.
        self.read = lru_cache(_REMEMBERED)(copy(self)._read)

    def _read(self, text: str) -> Said:
        """What ``text`` names."""
        plain = canonical(text)
        cities = [self._city[word] for word in self._cities.find(plain) if word in self._city]
        plain = self._cities.apply(plain)
        asked = self._forms.read(plain)
        named = self._named.find(asked.rest)
        told = self._named.find(plain)  # a case counts within a form too; a thing is to be brought
        rest = self._small.apply(self._named.apply(asked.rest))
        return Said(
            city=cities[-1] if cities else None,
            things=tuple(dict.fromkeys(at for word in named for at in self._things.get(word, ()))),
            cases=tuple(dict.fromkeys(one for word in told for one in self._cases.get(word, ()))),
            asks=asked.facet,
            doubts=self._doubts.is_one(plain),
            beside=asked.rest,
            own=" ".join(self._small.apply(asked.rest).split()),
            rest=" ".join(rest.split()),
        )

    def is_harmless(self, text: str) -> bool:
        """Whether ``text`` names a case, none of them grave, and says nothing more: where it
        follows an answer it is no cry for help, whatever it sounds like (我儿子三岁).
        """
        cases = self.read(text).cases
        if not cases or not self._grave.isdisjoint(cases):
            return False
        return not self._mere.apply(self._named.apply(canonical(text))).strip()

    def entry(self, said: Said, before: str) -> str | None:
        """The one entry that ``said`` turns the entry ``before`` to, in the first of these ways
        that there is: what it names in its case, the same thing in that case, what it names in the
        same case. That may be ``before`` itself; None if the table has none.
        """
        named = [self._rows[at] for at in said.things]
        own = [row for row in self._rows if before in row.values()]
        same = [case for row in own for case, entry in row.items() if entry == before]
        ways = ((named, said.cases), (own, said.cases), (named, same))
        found = next((one for one in (_entries(*way) for way in ways) if one), set())
        others = found - {before} or found
        return others.pop() if own and len(others) == 1 else None


def _entries(rows: Iterable[Mapping[str, str]], cases: Iterable[str]) -> set[str]:
    """The entries that one of the rows has for one of the cases."""
    known = tuple(cases)
    return {row[case] for row in rows for case in known if case in row}


def _by_word(words: Iterable[tuple[K, Iterable[str]]]) -> Mapping[str, tuple[K, ...]]:
    """Each word with all that it stands for."""
    found: dict[str, list[K]] = {}
    for key, said in words:
        for word in said:
            found.setdefault(canonical(word), []).append(key)
    return {word: tuple(keys) for word, keys in found.items()}
