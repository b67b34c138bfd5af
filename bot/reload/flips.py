"""Which answers change from one version to the next, told for the people who made the change."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.reload.trial import Ended
from faq.model import Outcome

_ANSWERS = (Outcome.ANSWERED, Outcome.GUIDED, Outcome.OUT_OF_SCOPE)
_AROUND = 12  # letters shown before and after what changed in a text
_LONGEST = 60


class Kind(StrEnum):
    """What became of an answer."""

    VANISHED = "vanished"
    APPEARED = "appeared"
    OTHER = "other"
    REWORDED = "reworded"


_TITLES = {
    Kind.VANISHED: "不再直接回答 / no longer answered",
    Kind.APPEARED: "新能直接回答 / answered now",
    Kind.OTHER: "换了答案 / answered otherwise",
    Kind.REWORDED: "同一答案,文字变了 / reworded",
}


@dataclass(frozen=True, slots=True)
class Tried:
    """A question that was put to both versions: the content's own, or asked by a citizen."""

    name: str
    text: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class Flip:
    """A question that ends differently."""

    kind: Kind
    tried: Tried
    before: Ended
    after: Ended


@dataclass(frozen=True, slots=True)
class Flips:
    """Every flip between two versions, out of how many questions."""

    before: str
    after: str
    asked: int
    flips: tuple[Flip, ...]


def compare(
    tried: Iterable[Tried], old: Mapping[str, Ended], new: Mapping[str, Ended]
) -> tuple[Flip, ...]:
    """The flips among questions, in their order."""
    ends = ((one, old[one.name], new[one.name]) for one in tried)
    return tuple(Flip(_kind(was, now), one, was, now) for one, was, now in ends if was != now)


def _kind(was: Ended, now: Ended) -> Kind:
    if was.said == now.said:
        return Kind.REWORDED
    if was.outcome in _ANSWERS and now.outcome not in _ANSWERS:
        return Kind.VANISHED
    if was.outcome not in _ANSWERS and now.outcome in _ANSWERS:
        return Kind.APPEARED
    return Kind.OTHER


def report(flips: Flips, *, all_texts: bool) -> str:
    """The flips as text: first how many, then each, those that say the same thing together.

    What citizens asked is only counted unless ``all_texts`` are wanted.
    """
    head = (
        f"回答对比 {flips.before} → {flips.after}: {flips.asked} 个问题,"
        f"{len(flips.flips)} 个回答有变化 / {len(flips.flips)} of {flips.asked} answers changed"
    )
    return "\n".join([head, *_sections(flips.flips, all_texts=all_texts)])


def _sections(flips: tuple[Flip, ...], *, all_texts: bool) -> Iterator[str]:
    for kind, title in _TITLES.items():
        of_kind = [flip for flip in flips if flip.kind is kind]
        if not of_kind:
            continue
        yield f"\n{title}: {len(of_kind)}"
        groups: defaultdict[str, list[Flip]] = defaultdict(list)
        for flip in of_kind:
            groups[_change(flip)].append(flip)
        for change, same in groups.items():
            yield f"  {change}  ×{len(same)}"
            shown = (one.tried.text for one in same if one.tried.is_own or all_texts)
            yield from (f"    “{text}”" for text in shown)


def _change(flip: Flip) -> str:
    if flip.kind is not Kind.REWORDED:
        return f"{flip.before.said} → {flip.after.said}"
    was, now = _around(flip.before.shown, flip.after.shown)
    return f"{flip.after.said}: “{was}” → “{now}”"


def _around(old: str, new: str) -> tuple[str, str]:
    """Where two texts differ, with a little around it, on one line each."""
    start = _alike(old, new)
    same = _alike(old[start:][::-1], new[start:][::-1])
    return _piece(old, start, len(old) - same), _piece(new, start, len(new) - same)


def _alike(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    shorter = min(len(one), len(other))
    return next((at for at, (left, right) in enumerate(pairs) if left != right), shorter)


def _piece(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND, start + _LONGEST)
    before, after = "…" if first else "", "…" if last < len(text) else ""
    return before + " ".join(text[first:last].split()) + after
