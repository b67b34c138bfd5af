"""The start with content that must be learnt first: all else serves, and cards are shown."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.administration.notices import Notices
from bot.administration.office import Office
from bot.administration.wording import LEARNT_FIRST, refused_at_start
from bot.reload.apart import Crashed
from bot.reload.building import Job
from bot.reload.opening import Opened
from bot.reload.reloader import Hooks, Places, Reloader, Standing
from bot.reload.result import Wish

_log = logging.getLogger(__name__)
_LOGGED = 20  # errors; jingwu check lists all
Open = Callable[[], Awaitable[Opened]]


@dataclass(frozen=True, slots=True)
class Start:
    """What was opened at once, and what opens the rest."""

    first: Opened
    open: Open
    places: Places
    hooks: Hooks


class Starting:
    """Says how the start went; what is left to learn is learnt in the background."""

    def __init__(self, start: Start, reloader: Reloader, office: Office, notices: Notices) -> None:
        self._start = start
        self._reloader = reloader
        self._office = office
        self._notices = notices
        self.is_over = start.first.unlearnt is None
        if self.is_over:
            self._say(start.first)
        else:
            office.fault = LEARNT_FIRST

    async def run(self) -> None:
        """Learn what is left, and have it answer."""
        if not self.is_over:
            await self._reloader.begin(self._learnt)

    async def _learnt(self) -> Standing:
        """What answers once it is learnt: in a process of its own, or here should that fail."""
        hooks, places = self._start.hooks, self._start.places
        job = Job(self._start.first.unlearnt or places.content, places.work, None)
        try:
            await hooks.build(job, lambda said: hooks.tell(Wish("start"), said))
        except Crashed as fault:
            _log.warning("learning the content in a process of its own failed: %s", fault)
        found = await self._start.open()
        self.is_over = True
        self._office.fault = None
        self._say(found)
        _log.info("learnt; version %s answers", self._office.version or "none")
        return found.standing

    def _say(self, found: Opened) -> None:
        """Say what is wrong with the folder, if anything is."""
        if not found.problems:
            return
        said = refused_at_start(found)
        head, *errors = said.text.splitlines()
        for line in (head, *errors[:_LOGGED]):
            _log.error("%s", line)
        self._notices.tell_all(said)
        self._office.fault = head
