"""Half sentences that ask a facet (要不要约, 让我妈去行不行, how about the fee), by their forms."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from faq.model import Facet
from faq.normalise import canonical

_GAP = "…"
_LETTERS = ".{1,8}?"  # what may stand in a gap of a Chinese form
_A_THING = "[^是去办补换迁改查报坐住开上完还]{1,7}"  # named, with nothing done to it
_WORDS = r"(?: \w+){1,3} "  # and of an English one
_LONGEST = 160  # a longer text is no half sentence


@dataclass(frozen=True, slots=True)
class Asked:
    """The facet that a text asks in a known form; ``rest`` is what else it says."""

    facet: Facet | None
    rest: str


@dataclass(frozen=True, slots=True, order=True)
class _Hit:
    """A form found: the largest is the one that counts."""

    is_telling: bool
    length: int
    start: int
    end: int
    facet: Facet


class Forms:
    """Reads the forms of one version of the content."""

    def __init__(self, said: Mapping[Facet, Sequence[str]]) -> None:
        forms = sorted(_plain(said), key=lambda one: (-_length(one[0]), one))
        starts = {_start(form) for form, _ in forms}
        self._by_start: dict[str, list[tuple[re.Pattern[str], Facet, int]]] = {}
        for form, facet in forms:
            known, start = (re.compile(_pattern(form)), facet, _length(form)), _start(form)
            fits = [start] if len(start) > 1 else [one for one in starts if one[0] == start]
            for one in fits:
                self._by_start.setdefault(one, []).append(known)

    def read(self, plain: str) -> Asked:
        """The facet asked by the canonical text ``plain``: of several forms the longest one counts,
        then the later; that something may be done at all is asked only if nothing else is.
        """
        found = list(self._found(plain)) if len(plain) <= _LONGEST else []
        ends = [0, *(hit.end for hit in found)]
        starts = [*(hit.start for hit in found), len(plain)]
        rest = " ".join(plain[end:start] for end, start in zip(ends, starts, strict=True))
        return Asked(max(found).facet if found else None, " ".join(rest.split()))

    def _found(self, plain: str) -> Iterator[_Hit]:
        end = 0
        for at, letter in enumerate(plain):
            if at < end:
                continue
            known = self._by_start.get(plain[at : at + 2]) or self._by_start.get(letter, [])
            for pattern, facet, length in known:
                hit = pattern.match(plain, at)
                if hit:
                    end = hit.end()
                    yield _Hit(facet is not Facet.CONDITIONS, length, at, end, facet)
                    break


class Doubts:
    """Whole sentences that only ask whether a thing is needed (要户口本不, 没有房本行吗)."""

    def __init__(self, forms: Sequence[str], small: Sequence[str]) -> None:
        before = "|".join(re.escape(canonical(word)) for word in small)
        whole = "|".join(
            _A_THING.join(re.escape(canonical(part)) for part in form.split(_GAP)) for form in forms
        )
        self._pattern = re.compile(rf"(?:{before})?(?:{whole})") if forms else None

    def is_one(self, plain: str) -> bool:
        """Whether the canonical text ``plain`` is such a sentence and no more."""
        return self._pattern is not None and self._pattern.fullmatch(plain) is not None


def _plain(said: Mapping[Facet, Sequence[str]]) -> Iterator[tuple[str, Facet]]:
    for facet, forms in said.items():
        for form in forms:
            yield _GAP.join(canonical(part) for part in form.split(_GAP)), facet


def _start(form: str) -> str:
    """The first two letters of ``form``, or the one before a gap."""
    return form[:2].rstrip(_GAP)


def _length(form: str) -> int:
    return len(form.replace(_GAP, ""))


def _pattern(form: str) -> str:
    parts = [re.escape(part) for part in form.split(_GAP)]
    if form.replace(_GAP, "").isascii():
        return rf"\b{_WORDS.join(parts)}\b"
    return _LETTERS.join(parts)
