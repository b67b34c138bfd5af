import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq import codes
from faq.deep_links import code_of
from faq.model import Facet


@pytest.mark.parametrize("facet", Facet)
def test_a_link_names_an_entry_and_perhaps_a_facet(facet: Facet) -> None:
    assert codes.decode(code_of(f"e_passport_lost-{facet}")) == codes.Answer("passport_lost", facet)
    assert codes.decode(code_of("e_passport_lost")) == codes.Answer("passport_lost", Facet.OVERVIEW)


@pytest.mark.parametrize("payload", ["", "e", "x_passport_lost", "menu", "e_" + "a" * 62])
def test_a_link_that_we_did_not_make_leads_to_all_categories(payload: str) -> None:
    assert code_of(payload) == "menu"


@given(st.text())
def test_any_link_leads_to_a_code_that_a_button_could_carry(payload: str) -> None:
    assert len(code_of(payload).encode(errors="replace")) <= codes.MAX_BYTES


def test_a_link_may_name_a_guide() -> None:
    assert codes.decode(code_of("g_temporary_id")) == codes.Guide("temporary_id")
