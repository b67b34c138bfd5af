"""What every engine promises of the journal."""

import pytest

from bot.storage import Storage
from bot.storage.engine import Row
from faq.model import Outcome
from faq.ports import Noted
from tests.clock import FakeClock
from tests.replies import ANSWERED, ended

DAY = 24 * 3600


def row(at: float, question: str | None, id: str = "") -> Row:
    return Row(at, Noted(id, "web", question, ANSWERED))


@pytest.mark.parametrize("outcome", Outcome)
async def test_every_outcome_can_be_noted(storage: Storage, outcome: Outcome) -> None:
    assert await storage.journal.add([Row(1.0, Noted("", "web", None, ended(outcome)))])


async def test_the_latest_questions_come_first(storage: Storage) -> None:
    await storage.journal.add([row(1, "一"), row(2, "二"), row(2, "三")])
    assert await storage.journal.recent(2) == ("三", "二")


async def test_a_press_has_no_question(storage: Storage) -> None:
    await storage.journal.add([row(1, "一"), row(2, None)])
    assert await storage.journal.recent(10) == ("一",)


@pytest.mark.parametrize("text", ["", "'; DROP TABLE journal; --", "😀", "a\nb"])
async def test_a_question_comes_back_as_it_was(storage: Storage, text: str) -> None:
    await storage.journal.add([row(1, text)])
    assert await storage.journal.recent(1) == (text,)


@pytest.mark.parametrize("url", ["sqlite", "postgres"], indirect=True)
async def test_what_no_database_can_store_is_left_out(storage: Storage) -> None:
    await storage.journal.add([row(1, "a\0b\ud83dc")])
    assert await storage.journal.recent(1) == ("abc",)


async def test_nothing_can_be_added_too(storage: Storage) -> None:
    await storage.journal.add([])
    assert await storage.journal.recent(1) == ()


@pytest.mark.parametrize("id", ["one", "unknown"])
async def test_a_turn_can_be_rated_and_one_that_is_not_known_is_passed_over(
    storage: Storage, id: str
) -> None:
    await storage.journal.add([row(1, "一", "one")])
    await storage.journal.rate(id, "down", "wrong_place")


@pytest.mark.parametrize("url", ["sqlite", "postgres"], indirect=True)
async def test_a_row_lives_ninety_days(storage: Storage, clock: FakeClock) -> None:
    await storage.journal.add([row(clock.time, "一")])
    clock.advance(90 * DAY - 1)
    await storage.sweep()
    assert await storage.journal.recent(1) == ("一",)
    clock.advance(2)
    await storage.sweep()
    assert await storage.journal.recent(1) == ()
