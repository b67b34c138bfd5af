import copy
import json
from pathlib import Path

import pytest

from faq.assembly import items
from faq.build import Plan
from faq.build.importing import CATEGORIES, SOURCES, Present, UnknownChannel, plan_import
from faq.loader import Loader
from faq.model import Problem
from faq.schema import validate
from faq.schema.catalogue import Item, SourceFile
from faq.schema.delivered import Delivered
from faq.yamltree import parse

PATH = "catalogue/identity_card.yaml"

APP = {"name": "辽宁公安APP", "url": None, "evidence": "press"}
LOST = {
    "id": "card_lost",
    "name": "身份证补领",
    "name_en": "Identity card replacement",
    "aliases": [],
    "category": "身份证",
    "audience": ["citizen"],
    "materials": ["户口簿"],
    "steps": {"online": [], "self_service": [], "window": ["到窗口填表"]},
    "where": {"tier": ["police_station"], "note": None},
    "fee": {"amount": "40元", "basis": None},
    "entry": [APP],
    "hotline": [{"number": "12345", "evidence": "press"}],
    "source": [{"ref": "L_ID", "title": "居民身份证法", "what_it_supports": "补领"}],
    "confidence": "law",
    "answer_policy": "state",
    "as_of": "2024-05",
    "weaker_fields": {"third_party": [], "partly_unverified": ["fee.basis"]},
    "unverified": {"materials": ["照片"]},
}
CHECK = LOST | {"id": "card_check", "name": "身份证核查", "entry": [], "unverified": {}}
LAW = {"ref": "L_ID", "title": "居民身份证法", "kind": "law", "url": None}
DELIVERED: dict[str, object] = {
    "meta": {"compiled": "2026-11-23", "known_law_changes": [], "title": "目录"},
    "sources": [LAW],
    "channels": [{"key": "LNAPP", **APP}],
    "items": [LOST, CHECK],
}


@pytest.fixture
def delivered() -> dict[str, object]:
    return copy.deepcopy(DELIVERED)


@pytest.fixture
def root(tmp_path: Path, delivered: dict[str, object]) -> Path:
    """A content folder into which the catalogue was taken once."""
    take_in(tmp_path, delivered)
    return tmp_path


def read(delivered: object) -> tuple[Delivered | None, tuple[Problem, ...]]:
    text = json.dumps(delivered, ensure_ascii=False, indent=1)
    return validate(Delivered, parse(text.encode(), "in.yaml", end_mark=False))


def take_in(root: Path, delivered: dict[str, object]) -> Plan:
    """Import a delivered catalogue and write what was planned."""
    record, problems = read(delivered)
    assert record is not None, problems
    files = {f"catalogue/{path.name}": path.read_text("utf-8") for path in folder(root).iterdir()}
    sources = Loader(root).file(SOURCES, SourceFile) if SOURCES in files else None
    plan = plan_import(record, Present(files, present(root), sources))
    for path, text in plan.writes.items():
        (root / path).write_text(text, "utf-8")
    return plan


def folder(root: Path) -> Path:
    (root / "catalogue").mkdir(exist_ok=True)
    return root / "catalogue"


def present(root: Path) -> dict[str, Item]:
    loader = Loader(root)
    found = {item.id: item for _, record in items(loader).values() for item in record.items}
    assert loader.problems == []
    return found


def change(delivered: dict[str, object], at: int, **fields: object) -> None:
    listed = delivered["items"]
    assert isinstance(listed, list)
    listed[at] |= fields


def edit(root: Path, old: str, new: str, *, path: str = PATH) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


def test_a_delivered_catalogue_becomes_one_file_a_category_and_one_of_sources(root: Path) -> None:
    names = {path.stem for path in (root / "catalogue").iterdir()}
    assert names == {*CATEGORIES.values(), "sources"}


def test_an_item_keeps_what_was_delivered(root: Path) -> None:
    item = present(root)["card_lost"]
    assert (item.fee.amount, item.materials, item.channels, item.hotlines) == (
        "40元",
        ("户口簿",),
        ("LNAPP",),
        ("12345",),
    )


def test_what_is_unverified_stays_apart(root: Path) -> None:
    item = present(root)["card_lost"]
    assert (item.unverified.materials, item.weaker_fields.partly_unverified) == (
        ("照片",),
        ("fee.basis",),
    )


def test_taking_in_the_same_catalogue_again_changes_nothing(
    root: Path, delivered: dict[str, object]
) -> None:
    assert take_in(root, delivered) == Plan()


def test_a_new_item_is_added(root: Path, delivered: dict[str, object]) -> None:
    delivered["items"] = [LOST, CHECK, LOST | {"id": "card_new"}]
    assert (take_in(root, delivered).updated, "card_new" in present(root)) == ([PATH], True)


def test_a_changed_item_replaces_the_one_it_was(root: Path, delivered: dict[str, object]) -> None:
    change(delivered, 0, validity="20年")
    plan = take_in(root, delivered)
    assert (plan.conflicts, present(root)["card_lost"].validity) == ([], "20年")


def test_an_item_that_staff_edited_survives_an_unchanged_delivery(
    root: Path, delivered: dict[str, object]
) -> None:
    edit(root, "amount: 40元", "amount: 20元")
    plan = take_in(root, delivered)
    assert (plan, present(root)["card_lost"].fee.amount) == (Plan(), "20元")


def test_a_changed_item_that_staff_had_edited_is_a_conflict_and_kept(
    root: Path, delivered: dict[str, object]
) -> None:
    edit(root, "amount: 40元", "amount: 20元")
    change(delivered, 0, validity="20年")
    plan = take_in(root, delivered)
    assert [line.partition(": 目录")[0] for line in plan.conflicts] == [f"{PATH}: card_lost"]
    assert present(root)["card_lost"].fee.amount == "20元"


def test_the_other_items_of_a_file_in_conflict_are_updated(
    root: Path, delivered: dict[str, object]
) -> None:
    edit(root, "amount: 40元", "amount: 20元")
    change(delivered, 0, validity="20年")
    change(delivered, 1, validity="90日")
    take_in(root, delivered)
    assert present(root)["card_check"].validity == "90日"


def test_an_item_that_was_only_laid_out_differently_was_not_edited(
    root: Path, delivered: dict[str, object]
) -> None:
    edit(root, "    fee:\n      amount: 40元\n", '    fee: {"amount": "40元"}\n')
    change(delivered, 0, validity="20年")
    assert take_in(root, delivered).conflicts == []


def test_an_item_that_staff_added_survives(root: Path, delivered: dict[str, object]) -> None:
    edit(
        root,
        "items:\n",
        "items:\n  - {id: own, name: 自己加的, name_en: Ours, confidence: law,"
        " answer_policy: state}\n",
    )
    change(delivered, 0, validity="20年")
    take_in(root, delivered)
    assert "own" in present(root)


def test_a_source_that_staff_added_survives(root: Path, delivered: dict[str, object]) -> None:
    own = "sources:\n  - {ref: W_OWN, title: 自己加的, kind: press}\n"
    edit(root, "sources:\n", own, path="catalogue/sources.yaml")
    take_in(root, delivered)
    assert "W_OWN" in (root / "catalogue/sources.yaml").read_text("utf-8")


def test_comments_of_staff_survive(root: Path, delivered: dict[str, object]) -> None:
    edit(root, "items:\n", "# 王警官核对\nitems:\n")
    change(delivered, 1, validity="90日")
    take_in(root, delivered)
    assert "# 王警官核对" in (root / PATH).read_text("utf-8")


def test_an_item_that_moved_to_another_category_does_not_stand_twice(
    root: Path, delivered: dict[str, object]
) -> None:
    change(delivered, 1, category="证明")
    take_in(root, delivered)
    loader = Loader(root)
    items(loader)
    assert loader.problems == []


def test_a_source_that_staff_corrected_survives(root: Path, delivered: dict[str, object]) -> None:
    edit(root, "title: 居民身份证法", "title: 居民身份证法(修正)", path=SOURCES)
    take_in(root, delivered)
    assert "居民身份证法(修正)" in (root / SOURCES).read_text("utf-8")


def test_a_new_source_is_added(root: Path, delivered: dict[str, object]) -> None:
    new = {"ref": "L_NEW", "title": "新法", "kind": "law", "url": None}
    delivered["sources"] = [LAW, new]
    assert (take_in(root, delivered).updated, "L_NEW" in (root / SOURCES).read_text("utf-8")) == (
        [SOURCES],
        True,
    )


def test_an_item_whose_entrance_is_no_channel_is_refused(
    root: Path, delivered: dict[str, object]
) -> None:
    change(delivered, 0, entry=[{"name": "别处", "url": None}])
    with pytest.raises(UnknownChannel, match=r"card_lost: .*别处"):
        take_in(root, delivered)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        pytest.param("meta", None, id="no meta"),
        pytest.param("meta", {}, id="no date of compilation"),
        pytest.param("items", "x", id="items are no list"),
        pytest.param("items", ["x"], id="an item is no mapping"),
        pytest.param("items", [LOST | {"category": "税务"}], id="unknown category"),
        pytest.param("items", [LOST | {"id": None}], id="item without an id"),
        pytest.param("items", [LOST | {"name": None}], id="item without a name"),
        pytest.param("items", [LOST | {"fee": "40元"}], id="fee is no mapping"),
        pytest.param("items", [LOST | {"source": [{"ref": "L_ID"}]}], id="source supports nothing"),
        pytest.param("items", [LOST | {"hotline": [{}]}], id="hotline without a number"),
        pytest.param("channels", [{"name": "无键"}], id="channel without a key"),
    ],
)
def test_a_file_that_is_no_service_catalogue_is_refused_with_its_place(
    delivered: dict[str, object], key: str, value: object
) -> None:
    record, problems = read(delivered | {key: value})
    assert record is None
    assert all(problem.line > 1 for problem in problems)


@pytest.mark.parametrize("value", [[], ["a"], "x", None, {}], ids=str)
def test_what_is_no_mapping_of_items_is_no_service_catalogue(value: object) -> None:
    assert read(value)[0] is None
