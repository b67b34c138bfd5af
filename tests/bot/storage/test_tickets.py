"""What every engine promises of tickets to staff."""

from bot.storage import Storage
from tests.clock import FakeClock

DAY = 24 * 3600


async def test_whose_question_a_ticket_is_is_known_for_a_day(
    storage: Storage, clock: FakeClock
) -> None:
    assert await storage.tickets.open(5, "telegram:7")
    clock.advance(DAY - 1)
    assert await storage.tickets.chat(5) == "telegram:7"
    clock.advance(1)
    assert await storage.tickets.chat(5) is None


async def test_a_ticket_that_was_never_opened_is_nobodys(storage: Storage) -> None:
    assert await storage.tickets.chat(5) is None


async def test_tickets_are_deleted_with_their_chat_only(storage: Storage) -> None:
    await storage.tickets.open(5, "telegram:7")
    await storage.tickets.open(6, "telegram:8")
    await storage.sessions.forget("telegram:7")
    assert [await storage.tickets.chat(number) for number in (5, 6)] == [None, "telegram:8"]


async def test_the_number_of_a_ticket_may_come_again(storage: Storage) -> None:
    await storage.tickets.open(5, "telegram:7")
    await storage.tickets.open(5, "telegram:8")
    assert await storage.tickets.chat(5) == "telegram:8"
