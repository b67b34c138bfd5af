"""The composition root: what is started, in what order, and how it ends."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

from bot.clock import SystemClock
from bot.config import Config, Telegram
from bot.health import add_health
from bot.knowledge import open_knowledge
from bot.polling import Poller
from bot.storage import open_storage
from bot.storage.forgiving import ForgivingStorage
from bot.telegram_api import open_bot
from bot.telegram_line import OK, Line, keep_trying
from faq.assistant import Assistant
from faq.ports import Clock
from handlers.messenger.commands import set_commands
from handlers.messenger.register import Messenger
from handlers.messenger.webhook import register_webhook, set_webhook
from handlers.webchat import routes
from handlers.webchat.limits import Limits

_log = logging.getLogger(__name__)
_DRAIN_SECONDS = 8.0


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
        engine = await open_storage(config.database, clock)
        stack.push_async_callback(engine.close)
        storage = ForgivingStorage(engine, engine)
        assistant = Assistant(knowledge, storage, storage)
        app = web.Application()
        limits = Limits(
            clock,
            session_per_minute=config.questions_per_minute,
            address_per_minute=config.questions_per_minute_address,
        )
        routes.register(app, assistant, limits, config.trusted_proxies)
        channel = None
        if config.telegram:
            channel = await _telegram(stack, config.telegram, assistant, storage)
            _receive(app, config.telegram, channel)
        add_health(app, lambda: _trouble(storage, channel))
        runner = await _listen(stack, app, config)
        if config.telegram and channel:
            await _start(stack, config.telegram, channel, assistant)
        yield runner


async def _telegram(
    stack: AsyncExitStack, settings: Telegram, assistant: Assistant, storage: ForgivingStorage
) -> _Telegram:
    bot = open_bot(settings.token.value, settings.api_root)
    stack.push_async_callback(bot.shutdown)
    messenger = Messenger(bot, assistant, storage)
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
        task = asyncio.create_task(work)
        stack.push_async_callback(_end, task)


async def _end(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait([task])
    if not task.cancelled() and task.exception():
        _log.error("a background task ended badly: %r", task.exception())


def _trouble(storage: ForgivingStorage, channel: _Telegram | None) -> str | None:
    if storage.fault:
        return f"storage: {storage.fault}"
    if channel and channel.state != OK:
        return channel.state
    return None
