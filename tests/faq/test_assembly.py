from pathlib import Path

import pytest

from faq.assembly import load
from tests import content


def faults(root: Path) -> list[str]:
    """What loading reports, without the message."""
    return [": ".join(str(problem).split(": ")[:2]) for problem in load(root).problems]


def test_the_small_tree_is_without_faults(tree: Path) -> None:
    assert load(tree).problems == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "at"),
    [
        pytest.param(content.ITEMS, "materials: [介", "material: [介", "material:", id="key"),
        pytest.param(
            content.ITEMS, "    name_en: Identity card check\n", "", "id: card_check", id="no name"
        ),
        pytest.param(
            content.ITEMS, "confidence: press", "confidence: sure", "confidence: sure", id="enum"
        ),
        pytest.param(
            content.ITEMS, "policy: state\n", "policy: tell\n", "answer_policy: tell", id="policy"
        ),
        pytest.param(content.ITEMS, "as_of: 2024-05", "as_of: May 2024", "as_of: May", id="date"),
        pytest.param(content.ITEMS, "id: card_check", "id: Card-Check", "id: Card-Check", id="id"),
        pytest.param(content.ITEMS, "[介绍信]", "介绍信", "materials: 介绍信", id="list"),
        pytest.param(content.ITEMS, "[介绍信]", "[介绍信, [x]]", "[x]", id="element"),
        pytest.param(content.ITEMS, "[介绍信]", '[介绍信, ""]', '""', id="empty element"),
        pytest.param(content.ITEMS, "{amount: 免费}", "免费", "fee: 免费", id="mapping"),
        pytest.param(content.ITEMS, "{amount: 免费}", "{price: 免费}", "price:", id="key inside"),
        pytest.param(content.ITEMS, '["12345"]', "[12345转2]", "12345转2", id="number"),
        pytest.param(content.SOURCES, "kind: law", "kind: book", "kind: book", id="kind of source"),
        pytest.param(content.SOURCES, '"true"', "maybe", "show_url_to_user: maybe", id="truth"),
        pytest.param(content.LOST, "  fee:\n", "  price:\n", "price:", id="facet of an answer"),
        pytest.param(content.LOST, "fee: [补", "price: [补", "price: [补", id="facet of phrasings"),
        pytest.param(
            content.LOST, "id: card_lost", "id: card_lost\nlevel: 1", "level:", id="key of entry"
        ),
        pytest.param("hosts.yaml", '"www.gov.cn"', '"127.0.0.1"', '"127.0.0.1"', id="host"),
        pytest.param("hosts.yaml", '"www.gov.cn"', '"gov.cn:8080"', '"gov.cn:8080"', id="port"),
        pytest.param(
            "facets.yaml", "- needs: [fee.amount]", "- need: [fee.amount]", "need:", id="part"
        ),
        pytest.param("words.yaml", "facet_cues: {fee:", "facet_cues: {price:", "price:", id="cue"),
        pytest.param(
            "frames/dream.yaml",
            "name: {zh: 解梦, en: Dreams}",
            "name: {zh: 解梦}",
            "name:",
            id="language",
        ),
    ],
)
def test_a_wrong_field_is_refused_with_its_place(
    tree: Path, name: str, old: str, new: str, at: str
) -> None:
    content.damage(tree, name, old, new)
    assert f"{content.place(tree, name, at)}: error schema" in faults(tree)


def test_every_fault_is_reported_at_once(tree: Path) -> None:
    content.damage(tree, content.ITEMS, "[介绍信]", "介绍信")
    content.damage(tree, "hosts.yaml", '"www.gov.cn"', '"127.0.0.1"')
    content.damage(tree, content.LOST, "  fee:\n", "  price:\n")
    assert len(faults(tree)) == 3


def test_content_with_a_fault_is_no_catalogue(tree: Path) -> None:
    content.damage(tree, content.ITEMS, "[介绍信]", "介绍信")
    assert load(tree).catalogue is None


@pytest.mark.parametrize(
    "name",
    [
        content.SOURCES,
        "withheld.yaml",
        "facets.yaml",
        "words.yaml",
        "hosts.yaml",
        "hotlines.yaml",
        "phrases/zh.yaml",
        "phrases/en.yaml",
    ],
)
def test_a_missing_file_is_reported(tree: Path, name: str) -> None:
    (tree / name).unlink()
    assert faults(tree) == [f"{name}:1:1: error file"]


def test_a_missing_folder_is_reported(tmp_path: Path) -> None:
    assert faults(tmp_path / "none") == [f"{tmp_path}/none:1:1: error file"]


def test_a_cut_file_is_refused(tree: Path) -> None:
    content.damage(tree, content.LOST, "# 完\n", "")
    assert [fault.partition(": ")[2] for fault in faults(tree)] == ["error end_mark"]


def test_an_item_id_used_twice_in_a_file_is_refused(tree: Path) -> None:
    content.damage(tree, content.ITEMS, "id: card_check", "id: card_lost")
    second = "id: card_lost\n    name: 身份证核查"
    assert f"{content.place(tree, content.ITEMS, second)}: error id" in faults(tree)


def test_an_item_id_used_in_two_categories_is_refused(tree: Path) -> None:
    text = (tree / content.ITEMS).read_text("utf-8")
    other = "catalogue/traffic.yaml"
    (tree / other).write_text(text.replace("category: identity_card", "category: traffic"), "utf-8")
    assert f"{content.place(tree, other, 'id: card_lost')}: error id" in faults(tree)


def test_an_entry_id_used_in_two_folders_is_refused(tree: Path) -> None:
    (tree / "entries/traffic").mkdir()
    copy = tree / "entries/traffic/card_lost.yaml"
    copy.write_bytes((tree / content.LOST).read_bytes())
    assert "entries/traffic/card_lost.yaml:1:1: error id" in faults(tree)


@pytest.mark.parametrize("kind", ["referrals/bank", "frames/dream", "small_talk/greeting"])
def test_an_id_used_by_an_entry_and_another_kind_is_refused(tree: Path, kind: str) -> None:
    folder, _, name = kind.partition("/")
    renamed = tree / folder / "card_lost.yaml"
    (tree / f"{kind}.yaml").rename(renamed)
    content.damage(tree, f"{folder}/card_lost.yaml", f"id: {name}", "id: card_lost")
    assert [fault.partition(": ")[2] for fault in faults(tree)] == ["error id"]


def test_an_entry_in_a_file_of_another_name_is_refused(tree: Path) -> None:
    (tree / content.LOST).rename(tree / "entries/identity_card/lost.yaml")
    assert faults(tree) == ["entries/identity_card/lost.yaml:1:1: error id"]


def test_an_entry_in_the_folder_of_another_category_is_refused(tree: Path) -> None:
    (tree / "entries/traffic").mkdir()
    (tree / content.LOST).rename(tree / "entries/traffic/card_lost.yaml")
    assert [fault.partition(":")[0] for fault in faults(tree)] == ["entries/traffic/card_lost.yaml"]


def test_a_category_in_a_file_of_another_name_is_refused(tree: Path) -> None:
    content.damage(tree, content.ITEMS, "category: identity_card", "category: traffic")
    assert f"{content.ITEMS}:1:1: error id" in faults(tree)


def test_the_version_is_the_same_for_the_same_content(tree: Path, tmp_path: Path) -> None:
    copy = content.write(tmp_path / "copy")
    assert content.catalogue(tree).version == content.catalogue(copy).version


def test_the_version_changes_with_a_fact(tree: Path) -> None:
    before = content.catalogue(tree).version
    content.damage(tree, content.ITEMS, "amount: 40元", "amount: 20元")
    assert content.catalogue(tree).version != before


def test_the_version_does_not_change_with_a_comment(tree: Path) -> None:
    before = content.catalogue(tree).version
    content.damage(tree, content.ITEMS, "items:\n", "# 核对过\nitems:\n")
    assert content.catalogue(tree).version == before


def test_a_yaml_file_where_none_is_read_is_refused(tree: Path) -> None:
    (tree / "entries/card_lost.yml").write_text("# 完\n", "utf-8")
    assert faults(tree) == ["entries/card_lost.yml:1:1: error file"]


def test_a_text_that_is_too_long_is_refused(tree: Path) -> None:
    content.damage(tree, content.LOST, "补领收费{fee.amount}", "补" * 4_001)
    assert [fault.partition(": ")[2] for fault in faults(tree)] == ["error schema"]


@pytest.mark.parametrize("name", ["entries/identity_card", "phrases/en.yaml"])
def test_a_link_in_the_content_is_refused(tree: Path, name: str) -> None:
    moved = tree.parent / "elsewhere"
    (tree / name).rename(moved)
    (tree / name).symlink_to(moved)
    assert f"{name}:1:1: error file" in faults(tree)


# Files known from the version before.


def test_known_files_that_did_not_change_are_not_read_again(tree: Path) -> None:
    before = load(tree).catalogue
    assert before is not None
    content.damage(tree, content.ITEMS, "amount: 40元", "amount: 60元")
    after = load(tree, before.files)
    assert list(after.trees) == [content.ITEMS]
    assert after.catalogue == load(tree).catalogue


def test_a_known_file_that_goes_is_gone(tree: Path) -> None:
    before = load(tree).catalogue
    assert before is not None
    (tree / "frames" / "dream.yaml").unlink()
    after = load(tree, before.files).catalogue
    assert after == load(tree).catalogue


def test_a_known_file_has_its_place_in_a_problem(tree: Path) -> None:
    before = load(tree).catalogue
    assert before is not None
    content.damage(tree, content.ITEMS, "id: card_lost", "id: card_found")
    (tree / "entries/identity_card").rename(tree / "entries/identity")
    assert load(tree, before.files).problems == load(tree).problems
