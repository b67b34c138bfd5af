"""The composition root: what is started, in what order, and how it ends."""

import asyncio
import secrets
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

from bot.administration.http import StaffOffice
from bot.administration.office import Office
from bot.administration.opening import Administered, Needs, administered
from bot.background import Background, Work
from bot.clock import SystemClock
from bot.config import Config
from bot.health import Health, add_health
from bot.listening import Address, listen
from bot.metered import MeteredAssistant
from bot.metrics import Metrics
from bot.reload.reporting import Recent
from bot.storage import Storage, open_storage
from bot.storage.batched import BatchedJournal
from bot.storage.faults import Faults
from bot.storage.forgiving import forgiving
from bot.telegram_channel import open_channel
from faq.catalogue import PACKAGED
from faq.ports import Clock
from faq.switch import Switch, readable
from handlers.messenger.desk import StaffRoom
from handlers.staff.content import register_content
from handlers.staff.routes import Insight, staff_application
from handlers.webchat import routes
from handlers.webchat.limits import Limits

_DRAIN_SECONDS = 6.0
_SWEEP_SECONDS = 10.0  # a fault is seen, and seen to be over, within this time


@dataclass(frozen=True, slots=True)
class Served:
    """The addresses that answer; staff's only where there is an admin token."""

    address: tuple[str, int]
    staff: tuple[str, int] | None


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the parts of a running program share."""

    config: Config
    clock: Clock
    background: Background
    health: Health
    metrics: Metrics


@asynccontextmanager
async def serving(config: Config, clock: Clock | None = None) -> AsyncIterator[Served]:
    """Everything running, for as long as the context lasts.

    Raises UnknownStorage, PortInUse or one of ``faults.ERRORS`` before anything serves.
    """
    async with AsyncExitStack() as stack:
        background = Background()
        stack.push_async_callback(background.close)  # should the start fail
        parts = _Parts(config, clock or SystemClock(), background, Health(), Metrics())
        storage, journal = await _storage(stack, parts)
        fixed = readable(config.content, PACKAGED)
        switch = Switch(storage.sessions, journal, fixed, new_id=_new_id)
        content = await _content(stack, parts, storage, journal.recent, switch)
        assistant = MeteredAssistant(switch, parts.metrics)
        app = _web(parts, assistant)
        channel = None
        if config.telegram:
            channel = open_channel(stack, config.telegram, assistant, storage, parts.metrics)
            channel.receive(app)
            channel.admit(content.commands)
            if config.staff_chat:
                channel.hand_over_to(StaffRoom(config.staff_chat, storage.tickets))
            parts.health.add("telegram", lambda: channel.trouble)
        parts.health.add("background", lambda: background.trouble)
        address = Address(config.host, config.port, "JINGWU_PORT")
        served = await listen(stack, app, address, _DRAIN_SECONDS)
        staff = await _staff(stack, parts, content.office)
        stack.push_async_callback(background.close)  # first of all, nothing more is taken in
        content.start(background)
        if channel:
            channel.start(background, content.notices.run)
            stack.callback(channel.sender.hurry)
        yield Served(served, staff)


async def _storage(stack: AsyncExitStack, parts: _Parts) -> tuple[Storage, BatchedJournal]:
    """The storage and the journal, swept and written in the background."""
    config, clock = parts.config, parts.clock
    engine = await open_storage(config.database, clock, _owner(config))
    stack.push_async_callback(engine.close)
    storage = forgiving(engine, faults := Faults(), clock)
    journal = BatchedJournal(storage.journal, clock, keeps_text=config.journal_text != "none")
    stack.push_async_callback(journal.flush)

    async def sweep() -> None:
        while True:
            await asyncio.sleep(_SWEEP_SECONDS)
            await storage.sweep()

    parts.background.start(Work("the journal", journal.run))
    parts.background.start(Work("sweeping", sweep))
    parts.health.add("storage", lambda: faults.fault)
    parts.metrics.gauge("storage_errors", "Uses of the storage that failed", lambda: faults.count)
    parts.metrics.gauge("journal_lost", "Journal rows lost", lambda: journal.lost)
    return storage, journal


async def _content(
    stack: AsyncExitStack, parts: _Parts, storage: Storage, recent: Recent, switch: Switch
) -> Administered:
    """What answers, and what staff change it through."""
    needs = Needs(parts.config, storage.content, recent, parts.clock, parts.metrics)
    content = await administered(needs, switch)
    stack.push_async_callback(content.close)
    parts.health.add("content", lambda: content.office.trouble)
    return content


def _web(parts: _Parts, assistant: MeteredAssistant) -> web.Application:
    config = parts.config
    app = web.Application()
    limits = Limits(
        parts.clock,
        session_per_minute=config.questions_per_minute,
        address_per_minute=config.questions_per_minute_address,
    )
    routes.register(app, assistant, limits, config.trusted_proxies)
    add_health(app, parts.health)
    return app


async def _staff(stack: AsyncExitStack, parts: _Parts, office: Office) -> tuple[str, int] | None:
    """Serve staff on this machine only, if they have a token to come in with."""
    token = parts.config.admin_token
    if token is None:
        return None
    insight = Insight(
        checks=parts.health.checks,
        about=lambda: {"content": office.version},
        metrics=parts.metrics.collected,
    )
    app = staff_application(token.value, insight)
    register_content(app, StaffOffice(office))
    address = Address("127.0.0.1", parts.config.staff_port, "JINGWU_STAFF_PORT")
    return await listen(stack, app, address, 1.0)


def _new_id() -> str:
    return secrets.token_urlsafe(8)


def _owner(config: Config) -> str:
    """A name that stays over restarts, and that no two processes have at once."""
    return f"{socket.gethostname()}:{config.port}"
