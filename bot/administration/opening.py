"""The content and those who look after it: opened at the start, then going on in the background."""

import asyncio
import gc
import signal
from dataclasses import dataclass
from pathlib import Path

from bot.administration.commands import Commands
from bot.administration.notices import Notices
from bot.administration.office import Office
from bot.administration.starting import Start, Starting
from bot.background import Background, Work
from bot.clock import day
from bot.config import Config
from bot.metrics import Metrics
from bot.reload.building import Learning
from bot.reload.opening import Opened, opened
from bot.reload.reloader import Hooks, Places, Reloader, built_apart
from bot.reload.reporting import FlipReporter, Recent
from bot.reload.result import Result, Wish
from bot.reload.watching import changes
from faq.assistant import Knowledge
from faq.lint.dates import expiring
from faq.ports import Clock, ContentStore
from faq.switch import Switch

_WORK = Path("var")
_FOLLOW_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Needs:
    """What looking after the content takes."""

    config: Config
    store: ContentStore
    recent: Recent
    clock: Clock
    metrics: Metrics


@dataclass(frozen=True, slots=True)
class Administered:
    """What staff act through, and what they are told."""

    office: Office
    commands: Commands
    notices: Notices
    starting: Starting
    config: Config

    def start(self, background: Background) -> None:
        """Follow other processes, the folder and SIGHUP from now on."""
        office, config = self.office, self.config
        background.start(Work("the first learning", self.starting.run))
        background.start(Work("following", lambda: office.follow(_FOLLOW_SECONDS)))
        if config.reload_watch != "off":
            only_try = config.reload_watch == "check"
            background.start(
                Work("watching", lambda: _watch(office, config.content, only_try=only_try))
            )
        asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, office.begin, Wish("SIGHUP"))

    async def close(self) -> None:
        """End what was begun."""
        asyncio.get_running_loop().remove_signal_handler(signal.SIGHUP)
        await self.office.close()


async def administered(needs: Needs, switch: Switch) -> Administered:
    """Content that answers through ``switch`` and can be changed.

    Content that cannot be used is no reason not to start: cards are shown without it.
    """
    config, store = needs.config, needs.store
    notices = Notices(config.admin_ids)
    places = Places(config.content, _WORK)

    def swap(knowledge: Knowledge) -> None:
        switch.replace(knowledge)
        gc.freeze()  # content is read only, and let go whole: collections need not walk through it
        needs.metrics.content(switch.version, needs.clock.now())

    def tell(wish: Wish, said: Result | Learning) -> None:
        notices.ended(wish, said)
        if isinstance(said, Result):
            needs.metrics.reloaded(said.status.value)

    first = await opened(places, store, at_once=True)
    if first.standing.knowledge:
        swap(first.standing.knowledge)
    switch.is_starting = first.unlearnt is not None
    switch.is_off = (await store.switches()).off is not None
    reporter = FlipReporter(places.work, needs.recent, notices.flipped)
    hooks = Hooks(built_apart, swap, tell, reporter.went_live)
    reloader = Reloader(places, first.standing, store, hooks)
    office = Office(reloader, reporter, store, switch, needs.clock)
    needs.metrics.gauge(
        "facts_expiring",
        "Items whose facts run out within thirty days, or should have been reviewed",
        lambda: _expiring(office, needs.clock),
    )

    async def open_rest() -> Opened:
        found = await opened(places, store)
        switch.is_starting = False
        return found

    start = Start(first, open_rest, places, hooks)
    starting = Starting(start, reloader, office, notices)
    commands = Commands(office, config.admin_ids, notices.tell)
    return Administered(office, commands, notices, starting, config)


def _expiring(office: Office, clock: Clock) -> int:
    knowledge = office.standing.knowledge
    return expiring(knowledge.catalogue, day(clock.now())) if knowledge else 0


async def _watch(office: Office, folder: Path, *, only_try: bool) -> None:
    async for _ in changes(folder):
        await office.reload(Wish("watch", only_try=only_try))
