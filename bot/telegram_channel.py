"""The channel to Telegram: opened, announced, and kept going."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field

from aiohttp import web

from bot.background import Background, Work
from bot.config import Telegram
from bot.parts import Parts
from bot.polling import Poller
from bot.sends_file import open_sends
from bot.storage import Storage
from bot.telegram_api import open_bot
from bot.telegram_line import OK, Line, keep_trying
from handlers.messenger.commands import set_commands
from handlers.messenger.courier import Courier
from handlers.messenger.desk import Administration, Assistant, Desk, Said, StaffRoom
from handlers.messenger.limit import QuestionLimit
from handlers.messenger.outgoing import Outgoing
from handlers.messenger.register import Messenger
from handlers.messenger.sending import Sender
from handlers.messenger.turns import Turns
from handlers.messenger.webhook import register_webhook, set_webhook

Tell = Callable[[int, Said], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Channel:
    """What receives and answers; with a poller, or with a webhook in its place."""

    settings: Telegram
    assistant: Assistant
    messenger: Messenger
    sender: Sender
    outgoing: Outgoing
    line: Line
    poller: Poller | None
    reached: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def trouble(self) -> str | None:
        """What is wrong with the line to Telegram."""
        state = self.poller.state if self.poller else self.line.state
        return None if state == OK else state

    def receive(self, app: web.Application) -> None:
        """Serve the webhook, if there is one."""
        if self.settings.webhook_url:
            secrets = tuple(secret.value for secret in self.settings.webhook_secrets)
            register_webhook(app, self.messenger, secrets)

    def admit(self, administration: Administration) -> None:
        """Let administrators do what they may."""
        self.messenger.admit(administration)

    def hand_over_to(self, room: StaffRoom) -> None:
        """Let citizens hand a question over to staff."""
        self.messenger.hand_over_to(room)

    def start(self, background: Background, tell: Callable[[Tell], Awaitable[None]]) -> None:
        """Receive and send from now on, and ``tell`` staff what there is; Telegram may be away."""

        async def told() -> None:
            await self.reached.wait()
            await tell(self.messenger.tell)

        background.start(Work("sending", self.outgoing.run))
        background.start(Work("announcing", self._announce))
        background.start(Work("telling staff", told))
        if self.poller:
            background.start(Work("polling", self.poller.run, self.poller.idle))

    async def _announce(self) -> None:
        bot = self.messenger.bot
        await keep_trying(bot.initialize, self.line, asyncio.sleep)
        self.reached.set()
        if self.settings.webhook_url:
            url, secret = self.settings.webhook_url, self.settings.webhook_secrets[0].value
            await keep_trying(lambda: set_webhook(bot, url, secret), self.line, asyncio.sleep)
        await keep_trying(lambda: set_commands(bot, self.assistant), self.line, asyncio.sleep)


def open_channel(
    stack: AsyncExitStack, settings: Telegram, assistant: Assistant, storage: Storage, parts: Parts
) -> Channel:
    """The channel, not receiving yet; its connections are closed with ``stack``."""
    metrics, sends = parts.metrics, open_sends(stack, parts.config)
    bot = open_bot(settings.token.value, settings.api_root, metrics.api_error)
    stack.push_async_callback(bot.shutdown)
    courier, turns = Courier(bot, metrics, sends), Turns(settings.limits)
    outgoing = Outgoing(storage.outbox, courier, turns)
    sender = Sender(courier, turns, outgoing)
    desk = Desk(bot, assistant, sender, QuestionLimit(settings.questions_per_minute))
    messenger = Messenger(desk, storage.updates, meter=metrics, sends=sends)
    poller = None if settings.webhook_url else Poller(bot, messenger)
    return Channel(settings, assistant, messenger, sender, outgoing, Line(), poller)
