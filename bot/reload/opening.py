"""Which content answers first: the folder's, or what a rollback or broken files put before it."""

import logging
from dataclasses import dataclass, replace
from pathlib import Path

from bot.kept import Kept
from bot.knowledge import BadContent, open_knowledge
from bot.reload import archive
from bot.reload.building import Live
from bot.reload.reloader import Places, Standing
from faq.model import Problem
from faq.ports import ContentStore
from faq.versions import Switches

_BY = "start"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Opened:
    """What answers from the start on (perhaps nothing), and what is wrong with the folder."""

    standing: Standing
    problems: tuple[Problem, ...] = ()


async def opened(places: Places, store: ContentStore) -> Opened:
    """Open the content in the folder; the version that was live last, if the folder's is broken or
    a rollback passes it over; nothing, if there is no such version either.
    """
    switches = await store.switches()
    kept = None if switches.live is None else await store.tree(switches.live)
    try:
        packed = archive.pack(places.content)
        standing = _first(packed, places)
    except archive.Unpackable as fault:
        return Opened(_last(kept, switches, places), (fault.problem,))
    except BadContent as fault:
        return Opened(_last(kept, switches, places), fault.problems)
    assert standing.live is not None  # noqa: S101 - it was just opened
    version = standing.live.version
    if version == switches.passed_over and kept is not None:
        last = _last(kept, switches, places)
        if last.live is not None:
            return Opened(last)
    number = await store.keep(version, _BY, "", packed)
    await store.went_live(number, None)
    return Opened(replace(standing, number=number))


def _first(packed: bytes, places: Places) -> Standing:
    """The content of the folder; where there is no room to unpack it, read where it is edited."""
    try:
        return _standing(packed, places)
    except OSError as error:
        _log.warning("content cannot be unpacked in %s: %s", places.staged, error)
        return _in_folder(places.content, places)


def _last(kept: bytes | None, switches: Switches, places: Places) -> Standing:
    """The version that was live last, if it is still sound."""
    if kept is None:
        return Standing()
    try:
        standing = _standing(kept, places)
    except (BadContent, OSError):
        return Standing()
    return replace(standing, number=switches.live, passed_over=switches.passed_over)


def _standing(packed: bytes, places: Places) -> Standing:
    return _in_folder(archive.unpack(packed, places.staged), places)


def _in_folder(folder: Path, places: Places) -> Standing:
    knowledge = open_knowledge(folder, Kept(places.work))
    return Standing(
        Live(knowledge.catalogue.version, folder, knowledge.matcher.learned.key), knowledge
    )
