import pytest

from handlers.webchat.session import ours_or_new


def test_a_session_of_ours_goes_on() -> None:
    session = ours_or_new(None)
    assert ours_or_new(session) == session


@pytest.mark.parametrize("session", [None, "", "a", "../../etc/passwd", "a" * 25, "a" * 23 + "\n"])
def test_what_does_not_look_like_ours_gets_a_new_one(session: str | None) -> None:
    assert ours_or_new(session) != session


def test_no_two_visitors_get_the_same_session() -> None:
    assert len({ours_or_new(None) for _ in range(1000)}) == 1000
