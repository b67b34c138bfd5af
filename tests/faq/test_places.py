"""Where something is done, for the small tree with channels and a city that was confirmed."""

from dataclasses import replace
from pathlib import Path

import pytest

from faq.catalogue import Catalogue
from faq.composing import Composer
from faq.model import Block, BlockKind, Facet, Link
from faq.plain import block_text
from faq.schema.channels import Use
from faq.schema.city import CityChannel, CityFile, Note, Verified, Window
from faq.schema.entry import FullTexts
from tests import content

BY = {"verified_by": "大连市公安局", "verified_on": "2026-10-01"}
SITE = "https://gat.ln.gov.cn"
CHANNEL = CityChannel(name="本市预约", url=SITE, serves=("identity_card",), acts=("book",))
WINDOW = Window(name="政务大厅", address="某路1号", serves=("identity_card",), hours="工作日")
NOTE = Note(text=FullTexts(zh="国庆不休", en="Open on holidays"))
USES = {
    "GAT": Use(wing="web", acts=("book",), source="W_NEWS", checked_on="2026-11-23"),
    "LNAPP": Use(
        wing="mobile", only={"progress": ("card_lost",)}, source="W_NEWS", checked_on="2026-11-23"
    ),
}


def city(changed: dict[str, object] | None = None, *, is_verified: bool = True) -> CityFile:
    """Dalian with a channel, a window and a note."""
    by = BY if is_verified else {}
    own = {
        "channels": (CHANNEL.model_copy(update={**by, **(changed or {})}),),
        "windows": (WINDOW.model_copy(update=by),),
        "notes": (NOTE.model_copy(update=by),),
    }
    name = FullTexts(zh="大连", en="Dalian")
    return CityFile(id="dalian", name=name, plate_prefix="辽B").model_copy(update=own)


@pytest.fixture
def small(tree: Path) -> Catalogue:
    return replace(content.catalogue(tree), uses=USES, cities={"dalian": city()})


def answer(
    catalogue: Catalogue, facet: Facet, entry: str = "card_lost", city: str | None = None
) -> str:
    """Everything that is said and linked."""
    blocks = Composer(catalogue, "zh").answer(entry, facet, city)
    links = [f"{link.title} {link.url}" for block in blocks for link in block.links]
    return "\n".join([*map(block_text, blocks), *links])


def where(catalogue: Catalogue, facet: Facet, entry: str = "card_lost") -> Block:
    blocks = Composer(catalogue, "zh").answer(entry, facet)
    return next(block for block in blocks if block.kind is BlockKind.WHERE)


def test_booking_goes_through_the_channels_that_book_and_the_window(small: Catalogue) -> None:
    block = where(small, Facet.APPOINTMENT)
    gat = small.phrases["zh"].channels["GAT"]
    assert block.items == (f"网页:{gat}", "窗口:派出所、县(区)公安办证大厅")
    assert block.links == (Link(gat, SITE),)
    assert "2026-11-23" in block.text


def test_a_channel_may_serve_some_items_only(small: Catalogue) -> None:
    app = small.phrases["zh"].channels["LNAPP"]
    assert f"手机:{app}" in where(small, Facet.PROGRESS).items
    other = replace(small, uses={"LNAPP": USES["LNAPP"].model_copy(update={"only": {}})})
    assert f"手机:{app}" not in where(other, Facet.PROGRESS).items


def test_online_each_channel_is_told_with_what_it_does_and_as_of_when(small: Catalogue) -> None:
    names = small.phrases["zh"].channels
    block = where(small, Facet.ONLINE)
    assert set(block.items) == {f"网页:{names['GAT']}(预约)", f"手机:{names['LNAPP']}(查进度)"}
    assert "2026-11-23" in block.text
    assert block.links == (Link(names["GAT"], SITE),)


def test_what_no_channel_serves_is_said_with_the_date_the_telephone_and_the_window(
    small: Catalogue,
) -> None:
    said = answer(small, Facet.APPOINTMENT, "card_check")
    texts = Composer(small, "zh").texts
    assert texts.phrase("book_nowhere", date="2026-11-23") in said
    assert "12345" in said
    assert "窗口:派出所" in said


def test_an_answer_by_a_channel_alone_is_an_answer(small: Catalogue) -> None:
    compose = Composer(small, "zh")
    assert Facet.APPOINTMENT in compose.stated("card_lost")
    assert Facet.APPOINTMENT not in compose.stated("card_check")


def test_what_says_that_a_channel_serves_is_named_first(small: Catalogue) -> None:
    titles = [source.title for source in Composer(small, "zh").sources("card_lost")]
    booked = Composer(small, "zh").sources("card_lost", Facet.APPOINTMENT)
    assert [source.title for source in booked] == titles[::-1]


def test_what_to_bring_comes_with_an_appointment(tree: Path, small: Catalogue) -> None:
    text = 'appointment: {staff: {zh: 可以约}}\n  materials: {staff: {zh: "要带:\\n{materials}"}}'
    content.damage(tree, content.LOST, "answers:\n", f"answers:\n  {text}\n")
    compose = Composer(replace(content.catalogue(tree), uses=USES), "zh")
    ticked = [
        block.items
        for block in compose.answer("card_lost", Facet.APPOINTMENT)
        if block.kind is BlockKind.CHECKLIST
    ]
    assert ticked == [("户口簿", "相片回执1张")]


def test_what_a_city_confirmed_is_shown_with_its_date(small: Catalogue) -> None:
    said = answer(small, Facet.APPOINTMENT, city="dalian")
    assert Composer(small, "zh").phrase("city_own", city="大连", date="2026-10-01") in said
    assert [text in said for text in ("本市预约", "政务大厅: 某路1号, 工作日", "国庆不休")] == [
        True
    ] * 3


@pytest.mark.parametrize("missing", Verified.model_fields)
def test_what_was_not_confirmed_is_not_shown(small: Catalogue, missing: str) -> None:
    by = BY | {missing: None}
    own = city().model_copy(
        update={
            "channels": (CHANNEL.model_copy(update=by),),
            "windows": (WINDOW.model_copy(update=by),),
            "notes": (NOTE.model_copy(update=by),),
        }
    )
    said = answer(replace(small, cities={"dalian": own}), Facet.WHERE, city="dalian")
    assert Composer(small, "zh").phrase("city_channels", city="大连") in said
    assert [text in said for text in ("本市预约", "政务大厅", "国庆不休")] == [False] * 3


def test_a_channel_of_a_city_is_for_its_acts_categories_and_listed_hosts(small: Catalogue) -> None:
    others: list[dict[str, object]] = [
        {"acts": ("query",)},
        {"serves": ("traffic",)},
        {"url": "https://evil.com"},
    ]
    for other in others:
        changed = replace(small, cities={"dalian": city(other)})
        assert "本市预约" not in answer(changed, Facet.APPOINTMENT, city="dalian")


def test_where_the_city_makes_no_difference_that_is_said(small: Catalogue) -> None:
    silent = replace(small, cities={"dalian": city(is_verified=False)})
    said = answer(silent, Facet.FEE, city="dalian")
    assert Composer(small, "zh").phrase("city_same", city="大连") in said
