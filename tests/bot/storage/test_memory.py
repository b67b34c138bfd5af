from bot.storage.memory import MemoryStorage
from faq.model import Context, Facet, Outcome
from tests.clock import FakeClock
from tests.replies import ANSWERED, ended

MORE_THAN_IT_KEEPS = 10_001


async def test_outcomes_are_counted_by_channel() -> None:
    storage = MemoryStorage(FakeClock())
    for channel, reply in (
        ("webchat", ANSWERED),
        ("webchat", ANSWERED),
        ("telegram", ended(Outcome.NO_MATCH)),
    ):
        await storage.record(channel, reply)
    assert storage.outcomes == {("webchat", "answered"): 2, ("telegram", "no_match"): 1}


async def test_only_the_latest_chats_are_remembered() -> None:
    storage = MemoryStorage(FakeClock())
    for chat in range(MORE_THAN_IT_KEEPS):
        await storage.remember(str(chat), Context("id_card_lost", Facet.FEE))
    assert await storage.context("0") is None
    assert await storage.context("1")


async def test_only_the_latest_updates_are_remembered() -> None:
    storage = MemoryStorage(FakeClock())
    for update in range(MORE_THAN_IT_KEEPS):
        await storage.claim(update)
    assert not await storage.claim(1)
    assert await storage.claim(0)
