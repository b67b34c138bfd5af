"""Which content answers first: the folder's, or what a rollback or broken files put before it."""

import asyncio
import logging
from dataclasses import dataclass, replace
from pathlib import Path

from bot.kept import Kept
from bot.knowledge import BadContent, Unlearnt, open_knowledge
from bot.reload import archive
from bot.reload.building import Live
from bot.reload.reloader import Places, Standing
from faq.considering import warm
from faq.model import Problem
from faq.ports import ContentStore
from faq.versions import Switches

_BY = "start"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Opened:
    """What answers from the start on (perhaps nothing), what is wrong with the folder, and which
    content should answer as soon as it is learnt.
    """

    standing: Standing
    problems: tuple[Problem, ...] = ()
    unlearnt: Path | None = None


@dataclass(frozen=True, slots=True)
class _Last:
    """The version that was live last, if it is kept."""

    packed: bytes | None
    switches: Switches


async def opened(places: Places, store: ContentStore, *, at_once: bool = False) -> Opened:
    """Open the content in the folder; the version that was live last, if the folder's is broken or
    a rollback passes it over; nothing, if there is no such version either.

    Content that has to be learnt first is learnt here, unless something is wanted ``at_once``.
    """
    switches = await store.switches()
    packed = None if switches.live is None else await store.tree(switches.live)
    opener = _Opener(places, _Last(packed, switches), at_once=at_once)
    first, tree = await asyncio.to_thread(opener.open)
    if tree is None or first.standing.live is None:
        return first
    number = await store.keep(first.standing.live.version, _BY, "", tree)
    await store.went_live(number, None)
    return replace(first, standing=replace(first.standing, number=number))


class _Opener:
    """Opens what should answer."""

    def __init__(self, places: Places, last: _Last, *, at_once: bool) -> None:
        self._places = places
        self._last = last
        self._at_once = at_once

    def open(self) -> tuple[Opened, bytes | None]:
        """What answers; with the content of the folder packed, if it is that."""
        try:
            packed = archive.pack(self._places.content)
            standing = self._first(packed)
        except archive.Unpackable as fault:
            return self._instead((fault.problem,)), None
        except BadContent as fault:
            return self._instead(fault.problems), None
        except Unlearnt as fault:
            return Opened(self._instead().standing, unlearnt=fault.folder), None
        version = standing.live.version if standing.live else None
        if version == self._last.switches.passed_over and self._last.packed is not None:
            last = self._instead()
            if last.standing.live is not None or last.unlearnt is not None:
                return last, None
        return Opened(standing), packed

    def _first(self, packed: bytes) -> Standing:
        """The content of the folder; where there is no room to unpack it, read where it is."""
        try:
            return self._standing(packed)
        except OSError as error:
            _log.warning("content cannot be unpacked in %s: %s", self._places.staged, error)
            return self._in_folder(self._places.content)

    def _instead(self, problems: tuple[Problem, ...] = ()) -> Opened:
        """The version that was live last, if it is still sound."""
        packed, switches = self._last.packed, self._last.switches
        if packed is None:
            return Opened(Standing(), problems)
        try:
            standing = self._standing(packed)
        except (BadContent, OSError):
            return Opened(Standing(), problems)
        except Unlearnt as fault:
            return Opened(Standing(), problems, fault.folder)
        held = replace(standing, number=switches.live, passed_over=switches.passed_over)
        return Opened(held, problems)

    def _standing(self, packed: bytes) -> Standing:
        return self._in_folder(archive.unpack(packed, self._places.staged))

    def _in_folder(self, folder: Path) -> Standing:
        knowledge = open_knowledge(folder, Kept(self._places.work), at_once=self._at_once)
        warm(knowledge)
        live = Live(knowledge.catalogue.version, folder, knowledge.matcher.learned.key)
        return Standing(live, knowledge)
