from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from bot.storage.batched import BatchedJournal, NoJournal
from bot.storage.engine import Row
from bot.storage.memory import MemoryJournal
from faq.ports import Noted
from tests.clock import FakeClock
from tests.replies import ANSWERED

MORE_THAN_WAIT = 10_001


@dataclass
class Rows(MemoryJournal):
    """A journal in memory that can be down, and knows how much came at once."""

    is_down: bool = False
    batches: list[int] = field(default_factory=list)

    async def add(self, rows: Sequence[Row]) -> bool:
        if self.is_down:
            return False
        self.batches.append(len(rows))
        return await super().add(rows)


@pytest.fixture
def rows() -> Rows:
    return Rows()


@pytest.fixture
def journal(rows: Rows) -> BatchedJournal:
    return BatchedJournal(rows, FakeClock())


def asked(question: str | None) -> Noted:
    return Noted("1", "web", question, ANSWERED)


async def test_rows_are_written_together_with_the_time_they_were_noted(
    journal: BatchedJournal, rows: Rows
) -> None:
    for question in "一二三":
        await journal.record(asked(question))
    assert not rows.rows
    await journal.flush()
    assert list(rows.rows) == [Row(FakeClock().time, asked(one)) for one in "一二三"]
    assert rows.batches == [3]


async def test_nothing_is_written_twice(journal: BatchedJournal, rows: Rows) -> None:
    await journal.record(asked("一"))
    await journal.flush()
    await journal.flush()
    assert rows.batches == [1]


async def test_while_it_is_down_rows_wait(journal: BatchedJournal, rows: Rows) -> None:
    rows.is_down = True
    await journal.record(asked("一"))
    await journal.flush()
    rows.is_down = False
    await journal.flush()
    assert len(rows.rows) == 1


async def test_the_oldest_are_lost_when_too_many_wait_and_it_is_counted(
    journal: BatchedJournal, rows: Rows
) -> None:
    for number in range(MORE_THAN_WAIT):
        await journal.record(asked(str(number)))
    await journal.flush()
    assert (len(rows.rows), journal.lost) == (MORE_THAN_WAIT - 1, 1)
    assert rows.rows[0].noted.question == "1"


async def test_what_was_just_asked_is_among_the_recent(journal: BatchedJournal) -> None:
    await journal.record(asked("一"))
    await journal.record(asked(None))
    assert await journal.recent(5) == ("一",)


async def test_what_was_just_asked_can_be_rated(journal: BatchedJournal, rows: Rows) -> None:
    await journal.record(asked("一"))
    await journal.rate("1", "up", None)
    assert rows.marks == {"1": ("up", None)}


async def test_without_text_the_outcome_is_still_kept(rows: Rows) -> None:
    journal = BatchedJournal(rows, FakeClock(), keeps_text=False)
    await journal.record(asked("一"))
    await journal.flush()
    assert [row.noted for row in rows.rows] == [asked(None)]


async def test_no_journal_keeps_nothing() -> None:
    journal = NoJournal()
    await journal.record(asked("一"))
    await journal.rate("1", "up", None)
    assert await journal.recent(5) == ()
