"""The program is killed while it sends: a crash is played by handling the update anew with what
the file would have kept.
"""

import asyncio
import copy
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from functools import partial

import pytest

from bot.clock import SystemClock
from bot.storage.memory import MemoryUpdates
from bot.storage.memory_outbox import MemoryOutbox
from bot.telegram_api import TelegramBot, open_bot
from handlers.messenger import updates
from handlers.messenger.courier import Courier
from handlers.messenger.desk import Desk
from handlers.messenger.letters import Letter, Place
from handlers.messenger.meter import NoMeter
from handlers.messenger.outgoing import Outgoing
from handlers.messenger.register import Messenger
from handlers.messenger.render import Part
from handlers.messenger.sending import Sender
from handlers.messenger.sends import SETTLED
from handlers.messenger.turns import SendLimits, Turns
from tests.fake_telegram import FakeTelegram
from tests.messenger_fakes import FakeAssistant, FixedClock, Waits, reply_saying


@dataclass
class KeptSends:
    """Keeps what is noted for as long as the test lasts."""

    kept: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    noted: list[tuple[str, int]] = field(default_factory=list)

    def tries(self, name: str) -> int:
        return self.kept[name.partition("/")[0]].get(name, 0)

    def note(self, name: str, tries: int) -> None:
        self.kept[name.partition("/")[0]][name] = tries
        self.noted.append((name, tries))

    def forget(self, group: str) -> None:
        self.kept.pop(group, None)


@dataclass
class Machine:
    """What survives a crash, and a program that is begun anew with it."""

    fake: FakeTelegram
    bot: TelegramBot
    sends: KeptSends = field(default_factory=KeptSends)
    outbox: MemoryOutbox = field(default_factory=lambda: MemoryOutbox(SystemClock()))
    assistant: FakeAssistant = field(default_factory=FakeAssistant)
    outgoing: Outgoing = field(init=False)

    @property
    def name(self) -> str:
        """What the one message of the one update is called."""
        return f"{self.fake.store.waiting[0]['update_id']}/1/1"

    def begun(self) -> Messenger:
        """A program that knows nothing but what was kept; no update was noted as handled."""
        courier, turns = Courier(self.bot, NoMeter(), self.sends), Turns(SendLimits(0, 0, 0))
        self.outgoing = Outgoing(self.outbox, courier, turns, look=0.01)
        sender = Sender(courier, turns, self.outgoing, sleep=Waits())
        desk = Desk(self.bot, self.assistant, sender)
        return Messenger(desk, MemoryUpdates(FixedClock()), sends=self.sends, sleep=Waits())

    def handling(self) -> "asyncio.Task[None]":
        """Begin to handle what waits at Telegram."""
        (raw,) = self.fake.store.waiting
        update = updates.read(raw, self.bot)
        assert update is not None
        return asyncio.create_task(self.begun().handle(update))

    async def killed_when(self, is_so: Callable[[], bool]) -> None:
        """Handle what waits; the program ends without a word once something is so."""
        handling = self.handling()
        async with asyncio.timeout(5):
            while not is_so():
                await asyncio.sleep(0.001)
        kept = copy.deepcopy(self.sends.kept)
        handling.cancel()
        await asyncio.wait([handling])
        self.sends.kept = kept

    def was_called(self, times: int) -> bool:
        """Whether so many messages reached Telegram."""
        return self.fake.called("sendMessage") == times

    async def handled(self) -> None:
        """Handle what waits to the end."""
        await self.handling()


@pytest.fixture
async def machine() -> AsyncIterator[Machine]:
    async with FakeTelegram() as fake, open_bot(fake.token, fake.root) as bot:
        await fake.say(7, "a")
        yield Machine(fake, bot)


async def test_an_answer_that_was_on_its_way_is_sent_once_more_and_no_more(
    machine: Machine,
) -> None:
    for times in (1, 2):
        machine.fake.hold("sendMessage")
        await machine.killed_when(partial(machine.was_called, times))
    await machine.handled()
    assert machine.fake.called("sendMessage") == 2


async def test_an_answer_that_arrived_is_not_sent_again(machine: Machine) -> None:
    machine.sends.note(machine.name, SETTLED)
    await machine.handled()
    assert machine.fake.sent(7) == []


async def test_the_rest_of_an_answer_is_sent(machine: Machine) -> None:
    machine.assistant.reply = reply_saying("x" * 5_000)
    machine.sends.note(f"{machine.name[:-1]}2", SETTLED)  # two messages were left, now one is
    await machine.handled()
    assert len(machine.fake.sent(7)) == 1


async def test_a_try_that_telegram_refused_does_not_count(machine: Machine) -> None:
    machine.fake.fail("sendMessage", 500, 2)
    await machine.handled()
    (waiting,) = machine.outbox.waiting.values()
    assert '"unclear": 0' in waiting.parcel.body


async def test_a_try_that_never_left_does_not_count(machine: Machine) -> None:
    await machine.fake.stop()
    await machine.handled()
    (waiting,) = machine.outbox.waiting.values()
    assert '"unclear": 0' in waiting.parcel.body


async def test_what_is_handled_is_forgotten(machine: Machine) -> None:
    await machine.handled()
    assert len(machine.fake.sent(7)) == 1
    assert not any(machine.sends.kept.values())


async def test_what_waits_in_the_outbox_is_not_sent_beside_it(machine: Machine) -> None:
    machine.fake.fail("sendMessage", 429, retry_after=7)
    await machine.handled()
    assert machine.sends.noted[-1] == (machine.name, SETTLED)
    machine.sends.note(*machine.sends.noted[-1])  # killed before the update was noted as handled
    await machine.handled()
    assert len(machine.outbox.waiting) == 1
    assert machine.fake.called("sendMessage") == 1


async def test_a_reply_from_the_outbox_is_not_sent_a_third_time(machine: Machine) -> None:
    machine.begun()
    await machine.outgoing.put(Letter(Place(7), (Part("a", "a"),), name="5/1"))
    machine.sends.note("o5.1/1", 2)
    sending = asyncio.create_task(machine.outgoing.run())
    async with asyncio.timeout(5):
        while machine.outbox.waiting:
            await asyncio.sleep(0.001)
    sending.cancel()
    assert machine.fake.called("sendMessage") == 0
    assert not any(machine.sends.kept.values())
