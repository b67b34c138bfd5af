"""A talk: what a person does, turn by turn, and what has to come of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

_FOLDER = Path(__file__).parent
CHANNELS = ("web", "telegram")
_ACTS = {
    "say",
    "press",
    "press_first",
    "code",
    "send",
    "edit",
    "group",
    "reply",
    "officer",
    "restart",
}


@dataclass(frozen=True, slots=True)
class Turn:
    """What a person does (``act`` and its ``value``), what the answers must ``show`` and must
    ``never`` say, and the buttons that must be offered.
    """

    act: str
    value: str
    shows: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation; ``channels`` are where it is held."""

    title: str
    language: str
    channels: tuple[str, ...]
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """What came back: the messages as read, and the labels of the buttons under the last."""

    texts: tuple[str, ...]
    buttons: tuple[str, ...] = ()

    def faults(self, turn: Turn) -> list[str]:
        """What ``turn`` promises and is not so."""
        said = "\n".join(self.texts)
        missing = [f"does not show {one}" for one in turn.shows if one not in said]
        wrong = [f"says {one}" for one in turn.never if one in said]
        labels = [f"does not offer {one}" for one in turn.offers if not self.offers(one)]
        return missing + wrong + labels

    def offers(self, label: str) -> bool:
        """Whether a button begins so."""
        return any(button.startswith(label) for button in self.buttons)


def code_of(label: str, buttons: Iterable[tuple[str, str]]) -> str:
    """What the button that begins so carries."""
    found = [code for one, code in buttons if one.startswith(label)]
    assert found, f"no button {label} among {[one for one, _ in buttons]}"
    return found[0]


def talks(name: str) -> tuple[Talk, ...]:
    """The talks of a file."""
    read = yaml.safe_load((_FOLDER / f"{name}.yaml").read_text("utf-8"))
    return tuple(
        Talk(
            one["title"],
            one.get("language", "zh"),
            tuple(one.get("channels", CHANNELS)),
            tuple(_turn(turn) for turn in one["turns"]),
        )
        for one in read
    )


def _turn(read: dict[str, object]) -> Turn:
    (act,) = [name for name in read if name in _ACTS]
    rest = {name: tuple(_listed(value)) for name, value in read.items() if name != act}
    return Turn(act, str(read[act]), **rest)


def _listed(value: object) -> Iterator[str]:
    yield from map(str, value if isinstance(value, list) else [value])
