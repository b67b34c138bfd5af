"""The composition root: what is started, in what order, and how it ends."""

import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

from bot.administration.http import StaffOffice
from bot.administration.office import Office
from bot.administration.opening import Administered, Needs, administered
from bot.background import Background
from bot.clock import SystemClock
from bot.config import Config
from bot.health import Health, add_health
from bot.keeping import keep
from bot.listening import Address, listen
from bot.metered import MeteredAssistant
from bot.metrics import Metrics
from bot.parts import Parts
from bot.reload.reporting import Recent
from bot.storage import Storage
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


@dataclass(frozen=True, slots=True)
class Served:
    """The addresses that answer, staff's only where there is an admin token; and whether content
    is still being learnt.
    """

    address: tuple[str, int]
    staff: tuple[str, int] | None
    is_learning: bool = False


@asynccontextmanager
async def serving(config: Config, clock: Clock | None = None) -> AsyncIterator[Served]:
    """Everything running, for as long as the context lasts.

    Raises UnknownStorage, PortInUse or one of ``faults.errors`` before anything serves.
    """
    async with AsyncExitStack() as stack:
        background = Background()
        stack.push_async_callback(background.close)  # should the start fail
        parts = Parts(config, clock or SystemClock(), background, Health(), Metrics())
        storage, journal = await keep(stack, parts)
        fixed = readable(config.content, PACKAGED)
        switch = Switch(storage.sessions, journal, fixed, new_id=_new_id)
        content = await _content(stack, parts, storage, journal.recent, switch)
        assistant = MeteredAssistant(switch, parts.metrics)
        app = _web(parts, assistant)
        channel = None
        if config.telegram:
            channel = open_channel(stack, config.telegram, assistant, storage, parts)
            channel.receive(app)
            channel.admit(content.commands)
            if config.staff_chat:
                channel.hand_over_to(StaffRoom(config.staff_chat, storage.tickets, storage.updates))
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
        yield Served(served, staff, not content.starting.is_over)


async def _content(
    stack: AsyncExitStack, parts: Parts, storage: Storage, recent: Recent, switch: Switch
) -> Administered:
    """What answers, and what staff change it through."""
    needs = Needs(parts.config, storage.content, recent, parts.clock, parts.metrics)
    content = await administered(needs, switch)
    stack.push_async_callback(content.close)
    parts.health.add("content", lambda: content.office.trouble)
    return content


def _web(parts: Parts, assistant: MeteredAssistant) -> web.Application:
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


async def _staff(stack: AsyncExitStack, parts: Parts, office: Office) -> tuple[str, int] | None:
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
