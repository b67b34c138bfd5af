from bot.storage.memory import MemoryUpdates, open_memory
from faq.model import Context, Facet
from faq.ports import Claim
from tests.clock import FakeClock

MORE_THAN_IT_KEEPS = 10_001


async def test_only_the_latest_chats_are_remembered() -> None:
    sessions = open_memory(FakeClock()).sessions
    for chat in range(MORE_THAN_IT_KEEPS):
        await sessions.remember(str(chat), Context("id_card_lost", Facet.FEE))
    assert await sessions.context("0") is None
    assert await sessions.context("1")


async def test_only_the_latest_updates_are_known() -> None:
    updates = MemoryUpdates(FakeClock())
    for update in range(MORE_THAN_IT_KEEPS):
        await updates.claim(update)
    assert await updates.claim(1) is Claim.ELSEWHERE
    assert await updates.claim(0) is Claim.TAKEN


async def test_only_so_many_replies_wait() -> None:
    outbox = open_memory(FakeClock()).outbox
    for chat in range(MORE_THAN_IT_KEEPS):
        await outbox.put(str(chat), "a reply", is_urgent=False)
    assert (await outbox.backlog()).count == MORE_THAN_IT_KEEPS - 1
