import logging
from datetime import timedelta

import pytest
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.telegram_line import OK, Line, keep_trying
from handlers.messenger.courier import quietly
from tests.messenger_fakes import Waits


def flood(seconds: int) -> RetryAfter:
    with quietly():
        return RetryAfter(timedelta(seconds=seconds))


def test_a_new_line_is_ok() -> None:
    assert Line().state == OK


@pytest.mark.parametrize("error", [InvalidToken(), Conflict("x")], ids=["token", "conflict"])
def test_two_who_try_in_vain_make_no_more_than_six_tries_a_minute(error: TelegramError) -> None:
    assert 2 * 60 / Line().failed(error) <= 6


@pytest.mark.parametrize(("asked", "waited"), [(5, 5), (3600, 40)])
def test_a_flood_is_waited_out_but_not_without_a_sign_of_life(asked: int, waited: float) -> None:
    assert Line().failed(flood(asked)) == waited


def test_an_outage_is_tried_less_and_less_often() -> None:
    line = Line()
    waits = [line.failed(NetworkError("down")) for _ in range(7)]
    assert waits == [1, 2, 4, 8, 16, 30, 30]


def test_an_outage_may_last_for_days() -> None:
    line = Line()
    waits = {line.failed(NetworkError("down")) for _ in range(2_000)}
    assert max(waits) == 30


def test_a_trouble_is_logged_when_it_begins_and_when_it_ends(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    line = Line()
    for error in (NetworkError("a"), NetworkError("b"), Conflict("x"), Conflict("x")):
        line.failed(error)
    line.works()
    line.works()
    assert [record.levelname for record in caplog.records] == ["WARNING", "WARNING", "INFO"]


async def test_it_is_tried_until_it_works() -> None:
    outcomes: list[Exception | int] = [NetworkError("a"), Conflict("x"), 5]

    async def act() -> int:
        outcome = outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    line = Line()
    assert await keep_trying(act, line, Waits()) == 5
    assert line.state == OK
