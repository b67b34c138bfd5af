from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faq.model import Problem
from faq.yamltree import MAX_BYTES, MAX_VALUES, Refused, Tree, parse, read

END = "# 完\n"


def refused(data: bytes, *, end_mark: bool = True) -> Problem:
    with pytest.raises(Refused) as caught:
        parse(data, "a.yaml", end_mark=end_mark)
    return caught.value.problem


def value(text: str) -> object:
    return parse((text + END).encode(), "a.yaml").value


@pytest.mark.parametrize(
    ("text", "rule", "line", "column"),
    [
        pytest.param("a: 1\nb: &x 2\n", "anchor", 2, 4, id="anchor"),
        pytest.param("a: 1\n&x b: 2\n", "anchor", 2, 1, id="anchor on a key"),
        pytest.param("a: 1\nb: *x\n", "anchor", 2, 4, id="alias"),
        pytest.param("a: !!int 1\n", "tag", 1, 4, id="tag"),
        pytest.param("a: !!python/name:os.system\n", "tag", 1, 4, id="tag of Python"),
        pytest.param("a:\n  - 1\n  - !x [2]\n", "tag", 3, 5, id="tag on a list"),
        pytest.param("a:\n  <<: {b: 1}\n", "merge", 2, 3, id="merge key"),
        pytest.param("a: 1\nb: 2\na: 3\n", "duplicate_key", 3, 1, id="duplicate key"),
        pytest.param("a: [{b: 1, b: 2}]\n", "duplicate_key", 1, 12, id="duplicate key inside"),
        pytest.param("a: 1\n---\nb: 2\n", "syntax", 2, 1, id="second document"),
        pytest.param("? [a]\n: 1\n", "syntax", 1, 3, id="list as key"),
        pytest.param("? {a: 1}\n: 1\n", "syntax", 1, 3, id="mapping as key"),
        pytest.param("a:\n\tb: 1\n", "syntax", 2, 1, id="tab"),
        pytest.param("a: 1\n b: 2\n", "syntax", 2, 3, id="indentation"),
        pytest.param("a: @x\n", "syntax", 1, 4, id="reserved sign"),
        pytest.param("a: 1\nb: '\n", "syntax", 4, 1, id="open quote"),
        pytest.param("a: 1\nb: \x07\n", "syntax", 2, 4, id="control character"),
        pytest.param("护: 照\n护: 😀\x07\n", "syntax", 2, 5, id="control character after Chinese"),
        pytest.param("a: 1\nb: \0\n", "encoding", 2, 1, id="NUL"),
        pytest.param(
            "a: " + "[" * 11 + "]" * 11 + "\nb: " + "[" * 12 + "\n", "depth", 2, 15, id="depth"
        ),
    ],
)
def test_what_yaml_allows_and_we_do_not_is_refused_with_its_place(
    text: str, rule: str, line: int, column: int
) -> None:
    problem = refused((text + END).encode())
    assert (problem.rule, problem.line, problem.column) == (rule, line, column)


@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "? "])
def test_a_depth_bomb_is_refused_before_it_is_built(opening: str) -> None:
    problem = refused((opening * 30_000 + "\n" + END).encode())
    assert (problem.rule, problem.line) in {("depth", 1), ("syntax", 1)}


def test_a_file_of_more_bytes_than_allowed_is_refused() -> None:
    assert refused(b"#" * (MAX_BYTES + 1)).rule == "size"


def test_a_file_of_as_many_bytes_as_allowed_is_read() -> None:
    data = f"\n{END}".encode()
    assert parse(b"#" * (MAX_BYTES - len(data)) + data, "a.yaml").value is None


def test_a_file_saved_as_gbk_is_refused_with_the_line_of_its_first_chinese_letter() -> None:
    problem = refused("a: 1\nb: 护照\n# 完\n".encode("gbk"))
    assert (problem.rule, problem.line) == ("encoding", 2)


def test_a_bad_byte_after_a_byte_order_mark_is_found_on_its_line() -> None:
    problem = refused(b"\xef\xbb\xbfa\n\xff")
    assert (problem.rule, problem.line) == ("encoding", 2)


def test_a_file_saved_as_utf16_is_refused() -> None:
    assert refused(f"a: 1\n{END}".encode("utf-16")).rule == "encoding"


def test_a_byte_order_mark_is_not_part_of_the_first_key() -> None:
    assert parse(b"\xef\xbb\xbf" + f"a: 1\n{END}".encode(), "a.yaml").value == {"a": "1"}


def test_lines_may_end_as_windows_ends_them() -> None:
    tree = parse("a: |\r\n  x\r\n  y\r\nb: 1\r\n# 完\r\n".encode(), "a.yaml")
    assert (tree.value, tree.places["b",]) == ({"a": "x\ny\n", "b": "1"}, (4, 1))


@pytest.mark.parametrize(
    "text",
    ["024", "8:30", "no", "yes", "on", "true", "02423456701", "1e3", "0x1F", "1_000", "2024-12-31"],
)
def test_every_scalar_is_read_as_the_text_it_is(text: str) -> None:
    assert value(f"a: {text}\n") == {"a": text}


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_nothing_written_is_nothing_read(text: str) -> None:
    assert value(f"a: {text}\n") == {"a": None}


@pytest.mark.parametrize("text", ['""', '"~"', "'null'"])
def test_what_is_quoted_is_text(text: str) -> None:
    assert value(f"a: {text}\n") == {"a": text[1:-1]}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: 1\n", id="missing"),
        pytest.param("a: 1\n# 完 \n", id="followed by a space"),
        pytest.param("a: 1 # 完\n", id="on the last line of content"),
        pytest.param("# 完\na: 1\n", id="above the content"),
        pytest.param("a: 1\n# 完成\n", id="another word"),
        pytest.param("a: 1\n# 完\nb: 1\n# 完\n", id="in the middle too"),
        pytest.param("", id="empty file"),
    ],
)
def test_a_file_without_the_end_mark_on_its_last_line_is_refused(text: str) -> None:
    assert refused(text.encode()).rule == "end_mark"


def test_the_missing_end_mark_is_reported_after_the_last_line() -> None:
    assert refused(b"a: 1\nb: 2\n").line == 3


def test_a_delivered_file_needs_no_end_mark() -> None:
    assert parse(b"a: 1\n", "a.yaml", end_mark=False).value == {"a": "1"}


def test_a_file_cut_at_any_byte_is_refused_unless_only_the_last_newline_is_gone() -> None:
    data = f"id: 护照\ntexts:\n  - |\n    一行\n    # 完\n  - 'x: y'\n{END}".encode()
    accepted = []
    for length in range(len(data) + 1):
        try:
            parse(data[:length], "a.yaml")
        except Refused:
            continue
        accepted.append(length)
    assert accepted == [len(data) - 1, len(data)]


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        read(tmp_path / "none.yaml", "none.yaml")
    assert str(caught.value.problem).startswith("none.yaml:1:1: error file: ")


def test_a_folder_is_refused_as_a_file(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="error file"):
        read(tmp_path, "folder.yaml")


def test_every_value_has_its_place() -> None:
    tree = parse(f"a:\n  - x\n  - b: y\n    c:\n      - z\n{END}".encode(), "a.yaml")
    assert tree.places == {
        ("a",): (1, 1),
        ("a", 0): (2, 5),
        ("a", 1): (3, 5),
        ("a", 1, "b"): (3, 5),
        ("a", 1, "c"): (4, 5),
        ("a", 1, "c", 0): (5, 9),
    }


def test_a_problem_at_something_missing_is_placed_at_what_should_hold_it() -> None:
    tree = parse(f"a: 1\nb:\n  c: 1\n{END}".encode(), "a.yaml")
    problem = tree.problem(("b", "missing", 3), "schema", "x")
    assert (problem.line, problem.column) == (2, 1)


def read_or_refused(data: bytes) -> object:
    try:
        return parse(data, "a.yaml")
    except Refused as refusal:
        return refusal


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes_are_a_tree_or_refused(data: bytes) -> None:
    assert isinstance(read_or_refused(data + f"\n{END}".encode()), Tree | Refused)


@given(st.text(alphabet="[]{}:,-?&*!|>'\"%@`#~<\\ \t\n\rab01.护\x85\u2028\ufeff\x00", max_size=120))
@settings(deadline=None, max_examples=500)
def test_any_signs_of_yaml_are_a_tree_or_refused(text: str) -> None:
    assert isinstance(read_or_refused(f"{text}\n{END}".encode()), Tree | Refused)


@pytest.mark.parametrize("text", ["a: 按 # 键", "a: 拨 #12345", "a: 40元 # 核对过", "- 甲 #乙"])
def test_a_text_that_yaml_would_cut_at_a_sign_is_refused(text: str) -> None:
    assert refused(f"{text}\n{END}".encode()).rule == "comment"


@pytest.mark.parametrize("text", ["a: 40元  # 核对过", "a: '按 # 键'", "a: 甲#乙", "a: 1\n # 注"])
def test_a_comment_set_off_and_a_sign_in_quotes_are_fine(text: str) -> None:
    assert isinstance(parse(f"{text}\n{END}".encode(), "a.yaml"), Tree)


@pytest.mark.parametrize(("encoding", "name"), [("gbk", "GBK"), ("utf-16", "UTF-16")])
def test_the_encoding_a_file_was_saved_in_is_named(encoding: str, name: str) -> None:
    assert name in refused(f"a: 证件\n{END}".encode(encoding)).message


def test_a_file_of_more_values_than_allowed_is_refused() -> None:
    assert refused(("- a\n" * (MAX_VALUES + 2) + END).encode()).rule == "size"
