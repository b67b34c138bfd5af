import json
from pathlib import Path
from typing import Any

import pytest

from faq.assembly import load
from faq.lint import lint
from tests import content
from tests.faq.guides.files import TABLE, TREE, question, texts

OUTCOME = {"entries": ["card_lost"], "lead": texts("说")}


def write(tree: Path, guide: dict[str, Any]) -> None:
    (tree / "guides").mkdir()
    text = json.dumps(guide, ensure_ascii=False, indent=1)  # JSON is YAML
    (tree / "guides" / f"{guide['id']}.yaml").write_text(f"{text}\n# 完\n", "utf-8")


def said(tree: Path) -> str:
    return "\n".join(map(str, lint(load(tree))))


def rows(*rows: dict[str, object]) -> dict[str, Any]:
    outcomes = {str(row["outcome"]): OUTCOME for row in rows if row["outcome"] != "moon"}
    return {**TABLE, "rows": list(rows), "outcomes": outcomes or {"app": OUTCOME}}


def steps(**questions: object) -> dict[str, Any]:
    before = TREE["questions"]
    assert isinstance(before, dict)
    return {**TREE, "questions": {**before, **questions}}


@pytest.mark.parametrize("guide", [TABLE, TREE], ids=["table", "tree"])
def test_a_sound_guide_passes(tree: Path, guide: dict[str, Any]) -> None:
    write(tree, guide)
    assert said(tree) == ""


_WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("an entry", {**TABLE, "entry": "card_none"}, "guides: card_none 不存在"),
    ("an entry that offers it", {**TABLE, "under": ["card_none"]}, "guides: card_none 不存在"),
    (
        "an entry of a sheet",
        {**TREE, "outcomes": {**TREE["outcomes"], "window": {**OUTCOME, "entries": ["gone"]}}},  # type: ignore[dict-item]
        "guides: gone 不存在",
    ),
    (
        "an entry for afterwards",
        {**TREE, "outcomes": {**TREE["outcomes"], "window": {**OUTCOME, "also": ["gone"]}}},  # type: ignore[dict-item]
        "guides: gone 不存在",
    ),
    ("a question it decides by", {**TABLE, "decides": ["age"]}, "没有问题 age"),
    ("an option", rows({"id": "R1", "when": {"need": ["boat"]}, "outcome": "app"}), "need: boat"),
    ("a question", rows({"id": "R1", "when": {"age": ["old"]}, "outcome": "app"}), "age: old"),
    ("an outcome", rows({"id": "R1", "outcome": "moon"}), "没有结果 moon"),
    ("a step", steps(far=question("f", {"near": {"to": "moon"}, "away": {}})), "没有问题或结果"),
    ("a way to a step", steps(lost=question("l", {"a": {"to": "window"}, "b": {"to": "window"}})),
     "走不到这一步"),
    ("a way to an outcome", {**TREE, "outcomes": {**TREE["outcomes"], "moon": OUTCOME}},  # type: ignore[dict-item]
     "没有哪条路通到这个结果"),
    ("a code of its own", steps(kind=question("f", {"home": {"to": "window"},
     "dorm": {"to": "letter"}})), "问题代码 f 已用过"),
    ("a new code", {**TREE, "retired": ["k"]}, "问题代码 k 已用过"),
    ("a case", rows({"id": "R1", "when": {"need": ["train"]}, "outcome": "app"}),
     "guide_cases: 没有规则管这种情形:need=plane"),
    ("a row that counts", rows({"id": "R1", "outcome": "app"}, {"id": "R2", "outcome": "app"}),
     "规则 R2 总有别的先管"),
    ("an option that counts", rows({"id": "R1", "outcome": "app"}), "没有规则用到这个选项"),
    ("an end", steps(kind=question("k", {"home": {"to": "far"}, "dorm": {"to": "window"}})),
     "会绕回自己"),
    ("few questions", {**TREE, "most": 1}, "最多问 1 步,这里要 2 步"),
    ("a part", {**TREE, "every": ["validity"]}, "每个结果都要有 validity"),
    ("a source", {**TREE, "closing": texts("只要30元")}, "“30”没有来源"),
    ("a fact", {**TREE, "closing": texts("{card_lost:fee.nothing}")}, "没有这个字段"),
    ("an entry it rests on", {**TREE, "outcomes": {**TREE["outcomes"], "window": {**OUTCOME,  # type: ignore[dict-item]
     "parts": {"limits": texts("{card_check:fee.amount}")}}}}, "card_check 不在这张单子的"),
    ("a closed brace", {**TREE, "closing": texts("{fee")}, "花括号不成引用"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("guide", "fault"), [pytest.param(one[1], one[2], id=one[0]) for one in _WRONG]
)
def test_a_guide_that_lacks_something_is_refused(
    tree: Path, guide: dict[str, Any], fault: str
) -> None:
    write(tree, guide)
    assert fault in said(tree)


def test_too_many_questions_do_not_fit_into_a_button(tree: Path) -> None:
    many = {
        f"q{at}": question(f"{'abcdefghijklmnopqrstuvwx'[at]}1", {"x": {}, "y": {}})
        for at in range(24)
    }
    write(tree, {**rows({"id": "R1", "outcome": "app"}), "questions": many})
    assert "按钮只装得下 64" in said(tree)


def test_a_broad_question_names_a_guide_that_exists(tree: Path) -> None:
    content.damage(tree, "clarifications/which_card.yaml", "choices:", "guide: moon\nchoices:")
    assert "moon 不存在" in said(tree)
