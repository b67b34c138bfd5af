"""The commands of administrators in Telegram: what they type, what they are told."""

from collections.abc import Awaitable, Callable, Collection

from bot.administration import wording
from bot.administration.office import Office
from bot.reload.result import Result, Wish
from faq.confirming import Act, Confirm
from handlers.messenger.desk import Said

Later = Callable[[int, Said], None]


class Commands:
    """Does what administrators command; what takes long is told later."""

    def __init__(self, office: Office, admins: Collection[int], later: Later) -> None:
        self._office = office
        self._admins = frozenset(admins)
        self._later = later
        self._acts: dict[str, Callable[[int, str], Awaitable[Said]]] = {
            "reload": self._reload_folder,
            "versions": self._versions,
            "diff": self._diff,
            "rollback": self._rollback,
            "off": self._off,
            "on": self._on,
        }

    def is_admin(self, user: int) -> bool:
        """Whether a person may administer."""
        return user in self._admins

    async def command(self, admin: int, name: str, argument: str) -> Said:
        """Do what an administrator typed."""
        return await self._acts[name](admin, argument)

    async def confirmed(self, admin: int, code: Confirm) -> Said:
        """Do what an administrator confirmed."""
        if code.act is Act.ROLLBACK:
            return self._reload(admin, Wish(who(admin), number=int(code.version)))
        return self._reload(admin, Wish(who(admin), accept=code.version))

    async def _reload_folder(self, admin: int, _: str) -> Said:
        return self._reload(admin, Wish(who(admin)))

    async def _versions(self, _: int, __: str) -> Said:
        return wording.versions(await self._office.versions(), self._office.standing.number)

    async def _diff(self, admin: int, argument: str) -> Said:
        if not _is_number(argument):
            return wording.which("diff")
        return wording.difference(await self._office.difference(int(argument)), admin)

    async def _rollback(self, admin: int, argument: str) -> Said:
        if not _is_number(argument):
            return wording.which("rollback")
        return wording.confirm_rollback(await self._office.difference(int(argument)), admin)

    async def _off(self, admin: int, reason: str) -> Said:
        if not reason:
            return wording.why()
        await self._office.turn_off(who(admin), reason)
        return self._told(admin, wording.turned_off(who(admin), reason))

    async def _on(self, admin: int, _: str) -> Said:
        await self._office.turn_on(who(admin))
        return self._told(admin, wording.turned_on(who(admin)))

    def _reload(self, admin: int, wish: Wish) -> Said:
        def told(result: Result) -> None:
            self._later(admin, wording.ended(wish, result, admin))

        self._office.begin(wish, told)
        return wording.begun()

    def _told(self, admin: int, said: Said) -> Said:
        """Tell the other administrators too."""
        for other in self._admins - {admin}:
            self._later(other, said)
        return said


def who(admin: int) -> str:
    """How an administrator stands in the audit log."""
    return f"telegram:{admin}"


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 9
