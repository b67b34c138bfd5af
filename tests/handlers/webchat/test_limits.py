import pytest

from handlers.webchat.limits import Limits
from tests.handlers.webchat.fakes import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


def test_a_session_may_ask_its_limit_at_once_and_no_more(clock: FakeClock) -> None:
    limits = Limits(clock)
    waits = [limits.wait("s", "a") for _ in range(21)]
    assert waits == [0] * 20 + [3]


def test_a_session_that_waits_as_told_may_ask_again(clock: FakeClock) -> None:
    limits = Limits(clock, session_per_minute=7)
    while not (wait := limits.wait("s", "a")):
        pass
    clock.time += wait
    assert limits.wait("s", "a") == 0


def test_asking_too_soon_does_not_put_the_next_question_off(clock: FakeClock) -> None:
    limits = Limits(clock, session_per_minute=1)
    limits.wait("s", "a")
    for _ in range(100):
        limits.wait("s", "a")
    clock.time += 60
    assert limits.wait("s", "a") == 0


def test_sessions_do_not_share_a_limit(clock: FakeClock) -> None:
    limits = Limits(clock, session_per_minute=1)
    assert [limits.wait(session, "a") for session in ("s", "t", "s")] == [0, 0, 60]


def test_an_address_is_limited_over_all_its_sessions(clock: FakeClock) -> None:
    limits = Limits(clock)
    waits = [limits.wait(f"s{n}", "a") for n in range(61)]
    assert waits == [0] * 60 + [1]


def test_a_question_refused_to_the_address_is_not_counted_for_the_session(
    clock: FakeClock,
) -> None:
    limits = Limits(clock, session_per_minute=1, address_per_minute=1)
    limits.wait("other", "a")
    limits.wait("s", "a")
    assert limits.wait("s", "b") == 0


def test_a_limit_of_zero_is_off(clock: FakeClock) -> None:
    limits = Limits(clock, session_per_minute=0, address_per_minute=0)
    assert not any(limits.wait("s", "a") for _ in range(1000))


def test_a_clock_set_back_does_not_lock_a_session_out(clock: FakeClock) -> None:
    limits = Limits(clock, session_per_minute=2)
    limits.wait("s", "a")
    clock.time -= 3600
    assert limits.wait("s", "a") == 0


def test_memory_is_bounded_and_the_longest_unused_is_forgotten(clock: FakeClock) -> None:
    limits = Limits(clock, session_per_minute=1, address_per_minute=0, kept=3)
    for session in ("a", "b", "c", "d"):
        limits.wait(session, "")
    assert [limits.wait(session, "") for session in ("b", "c", "d")] == [60, 60, 60]
    assert limits.wait("a", "") == 0
