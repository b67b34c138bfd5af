"""Whether each phrasing, left out, comes home to its entry; `script/bench theft`.

Every tenth phrasing is left out of the content, the rest is learnt, and those left out are asked;
ten times, so that each is asked once. One comes home if its entry, or a declared twin
(``same_as``), is ranked first; else the entry that is, is its thief.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context

from benchmarks.shares import Share
from faq.assembly import load
from faq.catalogue import Catalogue
from faq.deciding import SURE
from faq.matching.matcher import Matcher
from faq.schema.entry import EntryFile, FacetPhrasings
from faq.schema.packed import packed

_FOLDS = 10
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Asked:
    """A phrasing that was left out, and what was ranked first for it: by how much, with what words
    in common, and whether it would have been answered.
    """

    text: str
    entry: str
    found: str
    is_home: bool
    is_sure: bool
    margin: float
    words: tuple[str, ...]


def fold(catalogue: Catalogue, number: int, folds: int = _FOLDS) -> tuple[Asked, ...]:
    """Ask one part of the phrasings of a catalogue that is without them."""
    left_out: list[tuple[str, str]] = []
    entries = {
        name: _without(entry, number, folds, left_out) for name, entry in catalogue.entries.items()
    }
    matcher = Matcher(replace(catalogue, entries=entries))
    return tuple(_ask(matcher, catalogue, text, entry) for text, entry in left_out)


def as_text(asked: Sequence[Asked]) -> str:
    """The share that came home, the pairs that steal most, and the clearest thefts."""
    stolen = [one for one in asked if not one.is_home]
    surely = [one for one in stolen if one.is_sure]
    pairs = Counter((one.entry, one.found) for one in stolen).most_common(_SHOWN)
    clearest = sorted(surely, key=lambda one: (-one.margin, one.text))[:_SHOWN]
    home = Share(len(asked) - len(stolen), len(asked))
    return "\n".join(
        [
            f"came home           {_said(home)}",
            f"would be answered from another  {_said(Share(len(surely), len(asked)))}",
            "\nENTRY ← THIEF, phrasings",
            *(f"  {count:3}  {entry} ← {thief}" for (entry, thief), count in pairs),
            "\nCLEAREST THEFTS: margin, phrasing, entry ← thief, words",
            *(
                f"  {one.margin:.2f}  {one.text}  {one.entry} ← {one.found}  {' '.join(one.words)}"
                for one in clearest
            ),
        ]
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Sweep the shipped content on two cores and print; 2 if it has errors."""
    argparse.ArgumentParser(prog="script/bench theft", description=__doc__).parse_args(arguments)
    catalogue = load().catalogue
    if catalogue is None:
        print("内容有错误 / the content has errors: jingwu check", file=sys.stderr)
        return 2
    with ProcessPoolExecutor(2, get_context("spawn")) as processes:
        parts = list(processes.map(_shipped_fold, range(_FOLDS)))
    print(as_text([one for part in parts for one in part]))
    return 0


def _shipped_fold(number: int) -> tuple[Asked, ...]:
    catalogue = load().catalogue
    return fold(catalogue, number) if catalogue else ()


def _said(share: Share) -> str:
    return f"{share.count:,} of {share.of:,} = {100 * share.share:.1f} %"


def _ask(matcher: Matcher, catalogue: Catalogue, text: str, entry: str) -> Asked:
    best = matcher.search(text)[0]
    is_home = best.topic == entry or best.topic in catalogue.twins(entry)
    margin, words = best.evidence.margin, matcher.words(text, best.topic)
    return Asked(text, entry, best.topic, is_home, best.confidence >= SURE, margin, words)


def _without(
    entry: EntryFile, number: int, folds: int, left_out: list[tuple[str, str]]
) -> EntryFile:
    """``entry`` without every phrasing whose turn it is; those go to ``left_out``."""
    turn = partial(next, _turns(folds))
    kept = {}
    for language in ("zh", "en"):
        by_facet = {}
        for facet, texts in getattr(entry.phrasings, language).items():
            mine = [(text, turn() == number) for text in texts]
            left_out += ((text, entry.id) for text, is_out in mine if is_out)
            by_facet[facet] = packed([text for text, is_out in mine if not is_out])
        kept[language] = by_facet
    return entry.model_copy(update={"phrasings": FacetPhrasings(**kept)})


def _turns(folds: int) -> Iterator[int]:
    while True:
        yield from range(folds)


if __name__ == "__main__":
    sys.exit(main())
