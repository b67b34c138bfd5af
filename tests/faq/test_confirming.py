import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq import codes
from faq.confirming import Act, Confirm, decode, encode

LARGEST = [Confirm(Act.ROLLBACK, "9" * 9, 2**52), Confirm(Act.ACCEPT, "f" * 12, 2**52)]


@pytest.mark.parametrize("confirm", LARGEST)
def test_a_confirmation_fits_a_button_and_decodes_to_itself(confirm: Confirm) -> None:
    assert len(encode(confirm).encode()) <= codes.MAX_BYTES
    assert decode(encode(confirm)) == confirm


@pytest.mark.parametrize("confirm", LARGEST)
def test_the_core_knows_nothing_of_it(confirm: Confirm) -> None:
    assert codes.decode(encode(confirm)) is None


@pytest.mark.parametrize(
    "text",
    ["", "v:", "v:r:1", "v:r:x:7", "v:a:12:7", "v:z:1:7", "v:r:1:7:8", "v:r:１:7", "v:r:1:-7"],
)
def test_a_made_up_code_is_none(text: str) -> None:
    assert decode(text) is None


@given(st.text(max_size=64))
def test_whatever_is_pressed_nothing_breaks(text: str) -> None:
    found = decode(f"v:{text}")
    assert found is None or encode(found) == f"v:{text}"
