"""Confusable: no phrasing is nearly one of another entry, which would be answered in its place.

易混问法:一个问法和别的条目的问法、名称、别名几乎一样(相似度 0.95 以上),去掉它,
这样问的人一定会得到那个条目的答案,是错误;0.9 以上是提醒。
两个条目本来就是一回事,就互相写进 `same_as`。
改法:把问法改得说清楚是哪件事,或者只留在该答的那个条目下。
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from math import log
from typing import NamedTuple

from faq.catalogue import Catalogue
from faq.lint.phrasings import Placed, placed
from faq.model import Level, Problem
from faq.normalise import canonical
from faq.schema.catalogue import Item
from faq.yamltree import Tree

SURE, NEAR = 0.95, 0.9
_RUN = re.compile(r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+")


class Pair(NamedTuple):
    """Two texts by number, and how alike they are (0 to 1)."""

    likeness: float
    first: int
    second: int


def check(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Yield every phrasing of an entry that is nearly one of an entry outside its twins."""
    told = [one for one in placed(catalogue, trees) if one.topic in catalogue.facts]
    named = [(name, text) for name, facts in catalogue.facts.items() for text in names(facts.item)]
    seen = [canonical(text) for text in (*(one.text for one in told), *(text for _, text in named))]
    owners = [*(one.topic for one in told), *(name for name, _ in named)]
    texts = [*(one.text for one in told), *(text for _, text in named)]
    for pair in alike([_grams(text) for text in seen], owners):
        first, second = sorted((pair.first, pair.second))
        is_name = texts[first] in names(catalogue.facts[owners[first]].item)
        is_equal = second < len(told) and seen[first] == seen[second]  # the rule phrasings says so
        if not (is_name or is_equal or owners[second] in catalogue.twins(owners[first])):
            yield _problem(told[first], owners[second], texts[second], pair.likeness)


def alike(texts: Sequence[frozenset[str]], owners: Sequence[str]) -> Iterator[Pair]:
    """Every pair of texts of different owners that are at least NEAR alike.

    The likeness is the cosine over grams weighted by rarity. Texts so alike must share one of
    their rarest grams, those that hold more than 1 - NEAR² of the weight: only these are looked up.
    """
    counts = Counter(chain.from_iterable(texts))
    rarest = sorted(counts, key=lambda gram: (counts[gram], gram))
    place = {gram: at for at, gram in enumerate(rarest)}
    weights = [log(1 + len(texts) / counts[gram]) ** 2 for gram in rarest]
    read = [sorted(map(place.__getitem__, grams)) for grams in texts]
    size = [sum(map(weights.__getitem__, grams)) for grams in read]
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for at, grams in enumerate(read):
        seen: set[int] = set()
        for gram in _telling(grams, weights, size[at]):
            seen.update(other for other in holders[gram] if owners[other] != owners[at])
            holders[gram].append(at)
        for other in sorted(seen):
            shared = sum(weights[place[gram]] for gram in texts[at] & texts[other])
            likeness = shared / (size[at] * size[other]) ** 0.5
            if likeness >= NEAR:
                yield Pair(likeness, other, at)


def _telling(grams: Sequence[int], weights: Sequence[float], rest: float) -> Iterator[int]:
    """The first of the grams, rarest first, that hold so much of the weight as must be shared."""
    least = NEAR * NEAR * rest
    for gram in grams:
        if rest < least:
            return
        yield gram
        rest -= weights[gram]


def _grams(text: str) -> frozenset[str]:
    """Chinese letters and their pairs, Latin words and their pairs."""
    found: list[str] = []
    for run in _RUN.findall(text):
        letters = run if run[0] >= "\u3400" else ()
        found += letters or (run,)
        found += (one + two for one, two in pairwise(letters))
    words = [run for run in _RUN.findall(text) if run[0] < "\u3400"]
    found += (f"{one} {two}" for one, two in pairwise(words))
    return frozenset(found)


def names(item: Item) -> tuple[str, ...]:
    """What the catalogue calls an item; it is not for the phrasings to differ from these."""
    return (item.name, item.name_en, *item.aliases)


def _problem(one: Placed, other: str, text: str, likeness: float) -> Problem:
    message = f"“{one.text}”和 {other} 的“{text}”几乎一样 / is nearly one of that entry"
    level = Level.ERROR if likeness >= SURE else Level.WARNING
    return one.tree.problem(one.where, "confusable", message, level)
