"""What administrators are told without having asked, once Telegram can be reached."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection

from bot.administration import wording
from bot.administration.commands import who
from bot.reload.building import Learning
from bot.reload.flips import Flips
from bot.reload.result import Result, Status, Wish
from handlers.messenger.desk import Said

_log = logging.getLogger(__name__)
_MOST = 200
_NEWS = (Status.LIVE, Status.PASSED, Status.REFUSED, Status.CRASHED)
Send = Callable[[int, Said], Awaitable[None]]


class Notices:
    """A queue of notices; with nobody to tell there is only the log."""

    def __init__(self, admins: Collection[int]) -> None:
        self._admins = tuple(sorted(admins))
        self._waiting: asyncio.Queue[tuple[int, Said]] = asyncio.Queue(_MOST)
        self._last: str | None = None

    def tell(self, admin: int, said: Said) -> None:
        """Tell one administrator."""
        try:
            self._waiting.put_nowait((admin, said))
        except asyncio.QueueFull:
            _log.warning("a notice to staff was dropped: too many wait")

    def tell_all(self, said: Said) -> None:
        """Tell every administrator."""
        for admin in self._admins:
            self.tell(admin, said)

    def ended(self, wish: Wish, said: Result | Learning) -> None:
        """Tell how a reload goes, but for who asked for it: he is told himself."""
        if isinstance(said, Learning):
            self.tell_all(wording.learning(said))
            return
        news = f"{said.status} {said.version} {said.refused}"
        if said.status not in _NEWS or news == self._last:
            return
        self._last = news
        for admin in self._admins:
            if who(admin) != wish.who:
                self.tell(admin, wording.ended(wish, said, admin))

    def flipped(self, flips: Flips) -> None:
        """Tell which answers changed."""
        self.tell_all(wording.flips(flips))

    async def run(self, send: Send) -> None:
        """Send what waits, for ever."""
        while True:
            admin, said = await self._waiting.get()
            await send(admin, said)
