"""What changed between two content trees, value by value."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from faq.loader import MAX_BYTES
from faq.yamltree import Refused, Value, read_content

_NAMES = ("id", "ref", "key", "number", "law")  # what tells the records of a list apart
_Leaf = tuple[str, str]


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """A value that differs: None before if it is new, None after if it is gone.

    ``path`` is empty where the whole file is new or gone.
    """

    file: str
    path: str
    before: str | None
    after: str | None


def differences(old: Path, new: Path) -> tuple[Change, ...]:
    """Every value that differs between two folders, in order of file and place."""
    names = sorted(_names(old) | _names(new))
    return tuple(change for name in names for change in _file(name, old, new))


def _names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml")}


def _file(name: str, old: Path, new: Path) -> Iterator[Change]:
    if not (old / name).exists():
        yield Change(name, "", None, "")
    elif not (new / name).exists():
        yield Change(name, "", "", None)
    elif (old / name).read_bytes() != (new / name).read_bytes():
        yield from changes(name, _value(old, name), _value(new, name))


def _value(folder: Path, name: str) -> Value:
    try:
        return read_content(folder, name, MAX_BYTES).value
    except Refused:
        return None


def changes(name: str, old: Value, new: Value) -> Iterator[Change]:
    """The leaves that differ between two values of one file."""
    before, after = Counter(_leaves("", old)), Counter(_leaves("", new))
    gone, come = _by_path(before - after), _by_path(after - before)
    for path in dict.fromkeys([*gone, *come]):
        olds, news = gone.get(path, []), come.get(path, [])
        paired = min(len(olds), len(news))
        for was, now in zip(olds, news, strict=False):
            yield Change(name, path, was, now)
        yield from (Change(name, path, was, None) for was in olds[paired:])
        yield from (Change(name, path, None, now) for now in news[paired:])


def _by_path(leaves: Counter[_Leaf]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path, text in leaves.elements():
        found[path].append(text)
    return found


def _leaves(path: str, value: Value) -> Iterator[_Leaf]:
    """Every scalar with its path; the place of a scalar in a list does not count."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _leaves(f"{path}.{key}" if path else key, part)
    elif isinstance(value, list):
        for at, part in enumerate(value):
            yield from _leaves(f"{path}[{_name(part, at)}]", part)
    else:
        yield path, value or ""


def _name(part: Value, at: int) -> str:
    if not isinstance(part, dict):
        return str(at) if isinstance(part, list) else ""
    names = (part.get(name) for name in _NAMES)
    return next((name for name in names if isinstance(name, str)), str(at))
