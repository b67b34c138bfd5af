"""What a guide comes to: the questions still to be asked, in order, each of which can change the
outcome.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class End:
    """An outcome, and the row of the table that decided it."""

    outcome: str
    row: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Gap:
    """A case that no row of a table covers."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question, and what follows each of its options."""

    question: str
    then: Mapping[str, "Node"]


Node = End | Gap | Ask
Path = tuple[tuple[str, str], ...]


def paths(node: Node, before: Path = ()) -> Iterator[tuple[Path, End | Gap]]:
    """Every way through ``node``: the answers, and what they lead to."""
    if not isinstance(node, Ask):
        yield before, node
        return
    for option, then in node.then.items():
        yield from paths(then, (*before, (node.question, option)))
