"""Every command there is, in the order that `jingwu --help` lists them."""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from bot.commands import Commands

_NAMES = (
    "run",
    "ask",
    "chat",
    "check",
    "new",
    "preview",
    "build",
    "rules",
    "schemas",
    "table",
    "migrate",
    "doctor",
)


def additions(arguments: Sequence[str]) -> Iterator[Callable[[Commands], None]]:
    """What adds a command's arguments, of the one that ``arguments`` begin with, else of all: who
    asks one question does not wait for a server to be loaded.
    """
    asked = [name for name in _NAMES if name in arguments[:1]]
    for name in asked or _NAMES:
        yield import_module(f"bot.commands.{name}").add
