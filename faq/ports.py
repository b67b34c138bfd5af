"""What the core and the channels need from storage; every engine keeps these promises."""

from typing import Protocol

from faq.model import Context, Reply


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
