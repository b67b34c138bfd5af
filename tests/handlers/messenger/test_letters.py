import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.model import Choice
from handlers.messenger.keyboard import keyboard
from handlers.messenger.letters import Letter, Place, from_text, letters, to_text
from handlers.messenger.render import Part, Rendered

CARD, ANSWER, MORE = Part("<b>119</b>", "119", is_urgent=True), Part("a", "a"), Part("b", "b")
BUTTONS = keyboard((Choice("怎么办", "e:x:o"),))
_parts = st.builds(Part, st.text(max_size=9), st.text(max_size=9))


def test_a_card_travels_alone_and_first() -> None:
    card, rest = letters(Place(1), Rendered((CARD, ANSWER, MORE), BUTTONS))
    assert card == Letter(Place(1), (CARD,), is_urgent=True)
    assert rest == Letter(Place(1), (ANSWER, MORE), BUTTONS)


def test_nothing_to_say_is_no_letter() -> None:
    assert letters(Place(1), Rendered(())) == ()


def test_the_rest_is_what_was_not_sent() -> None:
    letter = Letter(Place(1), (ANSWER, MORE), BUTTONS, is_plain=True, unclear=2)
    assert letter.rest == Letter(Place(1), (MORE,), BUTTONS)
    assert letter.rest.rest is None


@given(
    st.builds(
        Letter,
        st.builds(Place, st.integers(-(2**52), 2**52), st.none() | st.integers(1, 9)),
        st.lists(_parts, min_size=1, max_size=3).map(tuple),
        st.sampled_from([(), BUTTONS]),
        st.booleans(),
        st.booleans(),
        st.integers(0, 9),
        st.text(max_size=9),
    )
)
def test_a_letter_comes_back_as_it_was_kept(letter: Letter) -> None:
    assert from_text(to_text(letter), is_urgent=letter.is_urgent) == letter


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"chat": "x"}', '{"chat": 1}'])
def test_what_is_no_letter_is_known_as_such(text: str) -> None:
    assert from_text(text, is_urgent=False) is None
