"""The composition root: what is started, in what order, and how it ends."""

import asyncio
import logging
import secrets
import socket
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

from bot.clock import SystemClock
from bot.config import Config, Telegram
from bot.health import add_health
from bot.knowledge import open_knowledge
from bot.polling import Poller
from bot.storage import Storage, open_storage
from bot.storage.batched import BatchedJournal
from bot.storage.faults import Faults
from bot.storage.forgiving import forgiving
from bot.telegram_api import open_bot
from bot.telegram_line import OK, Line, keep_trying
from faq.assistant import Assistant
from faq.ports import Clock, Updates
from handlers.messenger.commands import set_commands
from handlers.messenger.register import Messenger
from handlers.messenger.webhook import register_webhook, set_webhook
from handlers.webchat import routes
from handlers.webchat.limits import Limits

_log = logging.getLogger(__name__)
_DRAIN_SECONDS = 8.0
_SWEEP_SECONDS = 10.0  # a fault is seen, and seen to be over, within this time


class PortInUse(Exception):
    """The web server's address is taken; the text says what to do."""


@dataclass(slots=True)
class _Telegram:
    """The channel to Telegram and what keeps it going."""

    messenger: Messenger
    line: Line
    poller: Poller | None = None

    @property
    def state(self) -> str:
        return self.poller.state if self.poller else self.line.state


@asynccontextmanager
async def serving(config: Config, clock: Clock | None = None) -> AsyncIterator[web.AppRunner]:
    """Everything running, for as long as the context lasts.

    Raises BadContent, UnknownStorage, PortInUse, sqlite3.Error or OSError before anything serves.
    """
    clock = clock or SystemClock()
    async with AsyncExitStack() as stack:
        knowledge = open_knowledge(config.content)
        engine = await open_storage(config.database, clock, _owner(config))
        stack.push_async_callback(engine.close)
        storage = forgiving(engine, faults := Faults(), clock)
        keeps_text = config.journal_text != "none"
        journal = BatchedJournal(storage.journal, clock, keeps_text=keeps_text)
        _keep(stack, storage, journal)
        assistant = Assistant(knowledge, storage.sessions, journal, new_id=_new_id)
        app = web.Application()
        limits = Limits(
            clock,
            session_per_minute=config.questions_per_minute,
            address_per_minute=config.questions_per_minute_address,
        )
        routes.register(app, assistant, limits, config.trusted_proxies)
        channel = None
        if config.telegram:
            channel = await _telegram(stack, config.telegram, assistant, storage.updates)
            _receive(app, config.telegram, channel)
        add_health(app, lambda: _trouble(faults, channel))
        runner = await _listen(stack, app, config)
        if config.telegram and channel:
            await _start(stack, config.telegram, channel, assistant)
        yield runner


async def _telegram(
    stack: AsyncExitStack, settings: Telegram, assistant: Assistant, updates: Updates
) -> _Telegram:
    bot = open_bot(settings.token.value, settings.api_root)
    stack.push_async_callback(bot.shutdown)
    messenger = Messenger(bot, assistant, updates)
    poller = None if settings.webhook_url else Poller(bot, messenger)
    return _Telegram(messenger, Line(), poller)


def _receive(app: web.Application, settings: Telegram, channel: _Telegram) -> None:
    if settings.webhook_url:
        secrets = tuple(secret.value for secret in settings.webhook_secrets)
        register_webhook(app, channel.messenger, secrets)


async def _listen(stack: AsyncExitStack, app: web.Application, config: Config) -> web.AppRunner:
    runner = web.AppRunner(
        app,
        access_log=None,
        keepalive_timeout=10,
        lingering_time=3,
        shutdown_timeout=_DRAIN_SECONDS,
    )
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    try:
        await web.TCPSite(runner, config.host, config.port).start()
    except OSError as error:
        raise PortInUse(
            f"不能在 {config.host}:{config.port} 上监听({error.strerror or error});换一个端口:"
            "JINGWU_PORT=8090 ./script/run / cannot listen there; choose another port"
        ) from None
    return runner


async def _start(
    stack: AsyncExitStack, settings: Telegram, channel: _Telegram, assistant: Assistant
) -> None:
    """Start receiving in the background, so that the web chat serves while Telegram is away."""

    async def announce() -> None:
        bot = channel.messenger.bot
        await keep_trying(bot.initialize, channel.line, asyncio.sleep)
        if settings.webhook_url:
            url, secret = settings.webhook_url, settings.webhook_secrets[0].value
            await keep_trying(lambda: set_webhook(bot, url, secret), channel.line, asyncio.sleep)
        await keep_trying(lambda: set_commands(bot, assistant), channel.line, asyncio.sleep)

    for work in (announce(), *([channel.poller.run()] if channel.poller else [])):
        _in_background(stack, work)


def _keep(stack: AsyncExitStack, storage: Storage, journal: BatchedJournal) -> None:
    """Write the journal and sweep the storage in the background; at the end, write what is left."""

    async def sweep() -> None:
        while True:
            await asyncio.sleep(_SWEEP_SECONDS)
            await storage.sweep()

    stack.push_async_callback(journal.flush)
    _in_background(stack, journal.run())
    _in_background(stack, sweep())


def _in_background(stack: AsyncExitStack, work: Coroutine[None, None, None]) -> None:
    stack.push_async_callback(_end, asyncio.create_task(work))


async def _end(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait([task])
    if not task.cancelled() and task.exception():
        _log.error("a background task ended badly: %r", task.exception())


def _new_id() -> str:
    return secrets.token_urlsafe(8)


def _owner(config: Config) -> str:
    """A name that stays over restarts, and that no two processes have at once."""
    return f"{socket.gethostname()}:{config.port}"


def _trouble(faults: Faults, channel: _Telegram | None) -> str | None:
    if faults.fault:
        return f"storage: {faults.fault}"
    if channel and channel.state != OK:
        return channel.state
    return None
