import pytest

from faq.build.emit import edit, emit, save
from faq.yamltree import Value, parse


@pytest.mark.parametrize(
    "text",
    [
        "024",
        "8:30",
        "no",
        "null",
        "~",
        "",
        "2024-12-31",
        "a: b",
        "# 完",
        "- x",
        "一行\n二行",
        "x " * 90,
        "{fee.amount}",
        "“引号”",
        "'",
        '"',
        "*x",
        "&x",
        "!x",
        "%",
        "@",
        "`",
        "\t",
        "尾空 ",
        "\n# 完\n",
    ],
)
def test_what_is_written_is_read_as_it_was(text: str) -> None:
    value: Value = {"a": [text], "b": {"c": text}}
    assert parse(emit(value).encode(), "a.yaml").value == value


def test_a_heading_is_a_comment() -> None:
    assert emit({"a": "b"}, "身份证补领") == "# 身份证补领\na: b\n# 完\n"


def test_a_text_of_several_lines_is_a_block() -> None:
    assert emit({"a": "一\n二"}) == "a: |-\n  一\n  二\n# 完\n"


def test_a_file_opened_and_saved_is_the_same() -> None:
    text = "# 头\na:\n  - x  # 注\n\nb: 'y'\nc: {d: e}\n# 完\n"
    assert save(*edit(text)) == text


def test_the_end_mark_stays_last_when_something_is_added_behind_a_block_text() -> None:
    editor, document = edit("a:\n  zh: |-\n    一行\n    二行\n# 完\n")
    document["b"] = "more"
    assert save(editor, document) == "a:\n  zh: |-\n    一行\n    二行\nb: more\n# 完\n"
