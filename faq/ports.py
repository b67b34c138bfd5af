"""What the core and the channels need from storage; every engine keeps these promises."""

from typing import Protocol

from faq.model import Context, Reply
from faq.versions import Deed, Switches, Version


class Clock(Protocol):
    """The time; injected, so that tests set it."""

    def now(self) -> float:
        """Seconds since 1970."""
        ...


class Sessions(Protocol):
    """What is remembered of a chat, and which updates were handled."""

    async def context(self, chat: str) -> Context | None:
        """What the chat's last answer was about, if it is younger than thirty minutes."""
        ...

    async def remember(self, chat: str, context: Context | None) -> None:
        """Remember what the answer just given was about; None forgets."""
        ...

    async def forget(self, chat: str) -> bool:
        """Delete all that is stored under the chat, past recovery; False if that failed."""
        ...

    async def claim(self, update: int) -> bool:
        """Take an update in hand; False if it was handled or is in hand elsewhere."""
        ...

    async def done(self, update: int) -> None:
        """The update was handled; it is never handled again."""
        ...


class Journal(Protocol):
    """What was asked and answered; no text is stored before masking exists."""

    async def record(self, channel: str, reply: Reply) -> None:
        """Note how a question ended."""
        ...


class ContentStore(Protocol):
    """The content that was live, the switches staff turn, and who did what; they outlast restarts
    and are shared by every process on the same storage.
    """

    async def keep(self, digest: str, who: str, difference: str, tree: bytes) -> int:
        """Keep content that goes live, packed; its number, the same for the same digest.

        The oldest make room; the version that is live never does.
        """
        ...

    async def versions(self, limit: int) -> tuple[Version, ...]:
        """The versions kept, newest first."""
        ...

    async def tree(self, number: int) -> bytes | None:
        """The packed content of a version; None if it is not kept."""
        ...

    async def switches(self) -> Switches:
        """How the switches stand."""
        ...

    async def turn(self, switches: Switches) -> None:
        """Turn the switches."""
        ...

    async def note(self, who: str, what: str, detail: str) -> None:
        """Add a line to the audit log."""
        ...

    async def deeds(self, limit: int) -> tuple[Deed, ...]:
        """The lines of the audit log, newest first."""
        ...
