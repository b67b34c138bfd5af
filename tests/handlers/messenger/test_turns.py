import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.messenger.letters import Letter, Place
from handlers.messenger.render import Part
from handlers.messenger.turns import SendLimits, Turns
from tests.clock import FakeClock

DEFAULT = SendLimits()
GROUP = -100


def to(chat: int, *, is_urgent: bool = False) -> Letter:
    return Letter(Place(chat), (Part("a", "a"),), is_urgent=is_urgent)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def turns(clock: FakeClock) -> Turns:
    return Turns(DEFAULT, clock.now)


def test_the_first_message_goes_at_once(turns: Turns) -> None:
    assert (turns.delay(to(1)), turns.take(to(1))) == (0, 0)


def test_a_chat_gets_one_a_second(turns: Turns, clock: FakeClock) -> None:
    assert [turns.take(to(1)) for _ in range(3)] == [0, 1, 2]
    clock.advance(1)
    assert turns.delay(to(1)) == 2


def test_another_chat_does_not_wait_for_it(turns: Turns) -> None:
    for _ in range(20):
        turns.take(to(1))
    assert turns.delay(to(2)) == 0


def test_a_group_gets_twenty_a_minute(turns: Turns) -> None:
    waits = [turns.take(to(GROUP)) for _ in range(21)]
    assert waits == [0] * 20 + [60]


def test_thirty_a_second_in_all(turns: Turns) -> None:
    waits = [turns.take(to(chat)) for chat in range(1, 62)]
    assert waits == [0] * 30 + [1] * 30 + [2]


def test_an_urgent_message_goes_at_once_but_counts(turns: Turns) -> None:
    turns.take(to(1))
    assert turns.take(to(1, is_urgent=True)) == 0
    assert turns.delay(to(1)) == 1


def test_nobody_goes_before_the_moment_telegram_named(turns: Turns, clock: FakeClock) -> None:
    turns.hold(1, 7)
    assert [turns.delay(to(1)), turns.delay(to(1, is_urgent=True)), turns.delay(to(2))] == [7, 7, 0]
    clock.advance(7)
    assert turns.delay(to(1)) == 0


def test_without_limits_nobody_waits(clock: FakeClock) -> None:
    turns = Turns(SendLimits(0, 0, 0), clock.now)
    assert {turns.take(to(chat)) for chat in (1, GROUP) for _ in range(100)} == {0}


def test_only_so_many_chats_are_remembered(turns: Turns) -> None:
    for chat in range(1, 10_100):
        turns.hold(chat, 5)
        turns.take(to(chat))
    assert len(turns._chats) == len(turns._held) == 10_000


@given(st.lists(st.tuples(st.sampled_from([1, 2, GROUP]), st.floats(0, 3)), max_size=80))
def test_whoever_waits_for_the_turn_keeps_every_limit(asked: list[tuple[int, float]]) -> None:
    clock = FakeClock(0.0)
    turns = Turns(SendLimits(5, 1, 3), clock.now)
    moments: list[tuple[float, int]] = []
    for chat, pause in asked:
        clock.advance(pause)
        moments.append((clock.now() + turns.take(to(chat)), chat))
    for most, seconds, chats in ((5, 1, {1, 2, GROUP}), (1, 1, {1}), (1, 1, {2}), (3, 60, {GROUP})):
        own = sorted(moment for moment, chat in moments if chat in chats)
        if chats == {1, 2, GROUP}:
            continue  # moments of several chats are taken out of order
        for early, late in zip(own, own[most:], strict=False):
            assert late - early >= seconds - 1e-6
