from pathlib import Path

import pytest

from bot.__main__ import main
from tests.content import ITEMS

Captured = pytest.CaptureFixture[str]


def files(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def new(root: Path, *words: str) -> int:
    return main(["new", *words, "--content", str(root)])


def test_an_entry_gets_its_file_and_its_item(own_content: Path, capsys: Captured) -> None:
    assert new(own_content, "entry", "permit_lost", "--category", "identity_card") == 0
    assert (own_content / "entries/identity_card/permit_lost.yaml").exists()
    assert "  - id: permit_lost\n" in (own_content / ITEMS).read_text("utf-8")
    assert "jingwu check" in capsys.readouterr().out


def test_two_drafts_may_be_open_at_once(own_content: Path) -> None:
    assert new(own_content, "entry", "permit_lost", "--category", "identity_card") == 0
    assert new(own_content, "entry", "permit_new", "--category", "identity_card") == 0


@pytest.mark.parametrize(
    ("kind", "path"),
    [("referral", "referrals/water.yaml"), ("clarification", "clarifications/water.yaml")],
)
def test_other_kinds_get_their_file(own_content: Path, kind: str, path: str) -> None:
    assert new(own_content, kind, "water") == 0
    assert (own_content / path).read_text("utf-8").endswith("\n# 完\n")


@pytest.mark.parametrize(
    "name",
    ["../x", "a/b", "..", "Card", "x", "card-lost", "1card", "名字", "a" * 49, "card_x\n", ""],
)
@pytest.mark.parametrize("kind", ["entry", "referral"])
def test_an_id_with_odd_characters_writes_nothing(own_content: Path, kind: str, name: str) -> None:
    before = files(own_content.parent)
    assert new(own_content, kind, name, "--category", "identity_card") == 1
    assert files(own_content.parent) == before


@pytest.mark.parametrize("name", ["card_lost", "bank", "dream", "greeting", "which_card"])
@pytest.mark.parametrize("kind", ["entry", "referral", "clarification"])
def test_an_id_that_is_used_writes_nothing(
    own_content: Path, kind: str, name: str, capsys: Captured
) -> None:
    before = files(own_content)
    assert new(own_content, kind, name, "--category", "identity_card") == 1
    assert (files(own_content), name in capsys.readouterr().err) == (before, True)


@pytest.mark.parametrize("category", ["moon", "../identity_card"])
def test_an_unknown_category_is_told_the_known_ones(
    own_content: Path, category: str, capsys: Captured
) -> None:
    assert new(own_content, "entry", "permit_lost", "--category", category) == 1
    assert "identity_card  身份证" in capsys.readouterr().err


def test_a_catalogue_that_does_not_end_with_its_items_is_left_alone(own_content: Path) -> None:
    text = (own_content / ITEMS).read_text("utf-8").replace("name: 身份证\n", "", 1)
    (own_content / ITEMS).write_text(text.replace("# 完\n", "name: 身份证\n# 完\n"), "utf-8")
    before = files(own_content)
    assert new(own_content, "entry", "permit_lost", "--category", "identity_card") == 1
    assert files(own_content) == before


def test_a_folder_that_is_none_is_refused(tmp_path: Path, capsys: Captured) -> None:
    assert new(tmp_path / "none", "referral", "water") == 1
    assert "none" in capsys.readouterr().err
