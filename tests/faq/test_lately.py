from dataclasses import replace

from faq.lately import Lately
from faq.model import Alert
from tests.messenger_fakes import reply_saying

REPLY = reply_saying("a")


def test_a_reply_is_known_by_all_that_it_depends_on() -> None:
    lately = Lately()
    lately.keep(("a", "zh"), REPLY)
    assert lately.get(("a", "zh")) is REPLY
    assert lately.get(("a", "en")) is None


def test_what_was_used_lately_stays_and_the_rest_makes_room() -> None:
    lately = Lately()
    for number in range(2_001):
        lately.keep(number, REPLY)
        lately.get(0)
    assert lately.get(0) is REPLY
    assert lately.get(1) is None


def test_what_a_person_in_danger_wrote_is_not_kept() -> None:
    lately = Lately()
    lately.keep("a", replace(REPLY, alert=Alert.FIRE))
    assert lately.get("a") is None
