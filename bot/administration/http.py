"""What staff do over HTTP, told in words."""

from bot.administration import wording as telegram
from bot.administration.office import Office
from bot.reload import wording
from bot.reload.flips import report
from bot.reload.result import Wish
from handlers.staff.content import Told


class StaffOffice:
    """The office as the staff listener asks it."""

    def __init__(self, office: Office) -> None:
        self._office = office

    async def reload(self, who: str, accept: str | None) -> Told:
        """Bring the content of the folder live, if it is sound."""
        return await self._wished(Wish(who, accept=accept))

    async def rollback(self, who: str, number: int) -> Told:
        """Bring a version back that was live before."""
        return await self._wished(Wish(who, number=number))

    async def turn(self, who: str, off: str | None) -> Told:
        """Turn answering off for a reason, or on."""
        if off is None:
            await self._office.turn_on(who)
            return self._told("on", telegram.turned_on(who).text)
        await self._office.turn_off(who, off)
        return self._told("off", telegram.turned_off(who, off).text)

    async def versions(self) -> Told:
        """The versions that can be brought back."""
        kept = await self._office.versions()
        return self._told("versions", telegram.versions(kept, self._office.standing.number).text)

    def flips(self) -> Told:
        """Which answers changed when content last went live."""
        flips = self._office.flips
        if flips is None:
            return self._told("none", "还没有对比 / nothing was compared yet")
        return self._told("flips", report(flips, all_texts=True))

    async def _wished(self, wish: Wish) -> Told:
        result = await self._office.reload(wish)
        text = wording.result(wish, result)
        return Told(result.status.value, result.version, result.number, text)

    def _told(self, status: str, text: str) -> Told:
        return Told(status, self._office.version, self._office.standing.number, text)
