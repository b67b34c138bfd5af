"""YAML as staff may write it: text, lists and mappings, each value with its line and column.

Every scalar is read as text, because YAML 1.1 turns ``024`` into 20 and ``no`` into False.
Anchors, aliases, tags, merge keys and duplicate keys are refused, as are files that are too large,
too deep, or that lack the end mark; also a ``#`` behind a text without quotes that is not set off
like a comment (two spaces before, one behind), since YAML drops the rest of the line. The parser's
events are read one by one without recursion, so that 60 kB of brackets cannot overflow the stack.

文件:按文字读,`024`、`8:30`、`no` 都原样是文字。不能用锚点 `&`、别名 `*`、合并 `<<`、标签 `!`、
重复的键、Tab 缩进;最后一行必须是 `# 完`;必须存为 UTF-8;`#` 后面的字会丢,要加引号。
一个文件不超过 500 kB、20000 项、12 层,整个目录不超过 5000 个文件;只读普通文件,不读链接。
规则名:`file` `size` `encoding` `end_mark` `syntax` `comment` `anchor` `tag` `merge`
`duplicate_key` `depth`。
改法:看那一行那一列;文件不完整就从备份里重新拷一份。
"""

import codecs
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import yaml

from faq import files
from faq.model import Level, Problem
from faq.syntax import advice

END_MARK = "# 完"
MAX_BYTES = 2_000_000
MAX_VALUES = 20_000
MAX_DEPTH = 12
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Where: TypeAlias = "tuple[str | int, ...]"
_Open: TypeAlias = "list[Value] | dict[str, Value]"


class Refused(Exception):
    """A document that may not be read; carries the problem to report."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Tree:
    """A document read: its value and the place (line, column) of every path in it."""

    path: str
    value: Value
    places: dict[Where, tuple[int, int]]

    def problem(self, where: Where, rule: str, message: str, level: Level = Level.ERROR) -> Problem:
        """A problem at ``where``, or at its nearest ancestor that stands in the file."""
        while where and where not in self.places:
            where = where[:-1]
        line, column = self.places.get(where, (1, 1))
        return Problem(self.path, line, column, level, rule, message)


def read(file: Path, name: str) -> Tree:
    """Read a file that is no content (settings, a delivered catalogue) and so has no end mark;
    raises Refused with the place and what to do.
    """
    return parse(_bytes(name, lambda: files.read(file, MAX_BYTES + 1)), name, end_mark=False)


def read_content(root: Path, name: str, limit: int) -> Tree:
    """Read the content file ``name`` below ``root``, of at most ``limit`` bytes; raises Refused."""
    return parse(content_bytes(root, name, limit), name, limit=limit)


def content_bytes(root: Path, name: str, limit: int) -> bytes:
    """The bytes of that file, of one that is too large enough to see that; raises Refused."""
    return _bytes(name, lambda: files.read_below(root, name, limit + 1))


def _bytes(name: str, read: Callable[[], bytes]) -> bytes:
    try:
        return read()
    except FileNotFoundError:
        raise _refuse(name, 1, 1, "file", "没有这个文件 / there is no such file") from None
    except OSError as error:
        message = f"读不了这个文件 / cannot be read: {error.strerror}"
        raise _refuse(name, 1, 1, "file", message) from None


def parse(data: bytes, name: str, *, end_mark: bool = True, limit: int = MAX_BYTES) -> Tree:
    """Read a document from bytes; raises Refused with the place and what to do.

    Without ``end_mark`` comments may follow a value more closely too.
    """
    text = _decode(data, name, limit)
    if end_mark:
        _check_end(text, name)
    builder = _Builder(name, text.split("\n") if end_mark else ())
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise _refuse(name, line, column, "syntax", advice(error.problem or str(error))) from None
    except yaml.reader.ReaderError as error:
        before = text.encode()[: error.position].decode("utf-8", "ignore")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = "有不能用的控制字符 / contains a control character"
        raise _refuse(name, line, column, "syntax", message) from None
    return Tree(name, builder.root, builder.places)


def _check_end(text: str, name: str) -> None:
    """Raise Refused unless the end mark is the last line, and no other: a file cut at another one
    would look whole.
    """
    *before, last = text.rstrip("\r\n").split("\n")
    if last != END_MARK or not before:
        message = (
            f"最后一行必须是 {END_MARK},文件可能没存完整 / the last line must be {END_MARK}; "
            "the file may be cut off"
        )
        raise _refuse(name, text.count("\n") + 1, 1, "end_mark", message)
    if END_MARK in before:
        message = f"{END_MARK} 只能是最后一行,中间的删掉 / only the last line may be {END_MARK}"
        raise _refuse(name, before.index(END_MARK) + 1, 1, "end_mark", message)


def _decode(data: bytes, name: str, limit: int) -> str:
    if len(data) > limit:
        message = f"文件超过 {limit} 字节,请拆成几个 / larger than {limit} bytes, split it"
        raise _refuse(name, 1, 1, "size", message)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.removeprefix(codecs.BOM_UTF8).count(b"\n", 0, error.start) + 1
        message = f"文件存成了{_encoding(data)},请另存为 UTF-8 / must be saved as UTF-8"
        raise _refuse(name, line, 1, "encoding", message) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise _refuse(name, line, 1, "encoding", "文件里有 NUL 字符 / contains a NUL character")
    return text.replace("\r\n", "\n")


def _encoding(data: bytes) -> str:
    """What bytes that are no UTF-8 most likely are, as editors call it."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return " UTF-16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "别的编码"
    return " GBK(ANSI)"


def _refuse(name: str, line: int, column: int, rule: str, message: str) -> Refused:
    return Refused(Problem(name, line, column, Level.ERROR, rule, message))


class _Builder:
    """Builds the value from events, keeping the open collections on a stack of its own."""

    def __init__(self, name: str, lines: Sequence[str]) -> None:
        self._name = name
        self._lines = lines
        self._stack: list[_Open] = []
        self._keys: list[str | None] = []
        self._path: list[str | int] = []
        self._documents = 0
        self.root: Value = None
        self.places: dict[Where, tuple[int, int]] = {}

    def take(self, event: yaml.Event) -> None:
        """Take the next event of the document."""
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise self._refuse(event, "syntax", "一个文件只能有一份文档 / one document a file")
        elif isinstance(event, yaml.AliasEvent):
            raise self._refuse(event, "anchor", "不能用 * 别名 / aliases are not allowed")
        elif isinstance(event, yaml.ScalarEvent):
            self._check_plain(event)
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._check_plain(event)
            self._open({} if isinstance(event, yaml.MappingStartEvent) else [], event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()
            self._keys.pop()
            self._leave()

    def _check_plain(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            raise self._refuse(event, "anchor", "不能用 & 锚点 / anchors are not allowed")
        if event.tag is not None:
            raise self._refuse(event, "tag", "不能用 ! 标签 / tags are not allowed")

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        top = self._stack[-1] if self._stack else None
        if isinstance(top, dict) and self._keys[-1] is None:
            self._key(event, top)
            return
        plain = event.style in (None, "")
        if plain:
            self._check_comment(event)
        self._put(None if plain and event.value in _EMPTY else event.value, event)
        self._leave()

    def _check_comment(self, event: yaml.ScalarEvent) -> None:
        end = event.end_mark
        rest = self._lines[end.line][end.column :] if end and end.line < len(self._lines) else ""
        if rest.lstrip().startswith("#") and not rest.startswith("  # "):
            message = (
                "# 后面的字会被丢掉:是正文就给整段加引号,是注释就写成空两格再 # 再空一格 / "
                "what follows # is lost: quote the text, or set a comment off with two spaces"
            )
            raise self._refuse(event, "comment", message)

    def _key(self, event: yaml.ScalarEvent, top: dict[str, Value]) -> None:
        if event.value == "<<":
            raise self._refuse(event, "merge", "不能用 << 合并 / merge keys are not allowed")
        if event.value in top:
            line = self.places[(*self._path[1:], event.value)][0]
            message = f"“{event.value}”重复,第 {line} 行已有 / duplicate key, first on line {line}"
            raise self._refuse(event, "duplicate_key", message)
        self._keys[-1] = event.value
        self.places[(*self._path[1:], event.value)] = _place(event)

    def _open(self, value: _Open, event: yaml.Event) -> None:
        if self._stack and isinstance(self._stack[-1], dict) and self._keys[-1] is None:
            raise self._refuse(event, "syntax", "键必须是文字 / a key must be text")
        if len(self._stack) >= MAX_DEPTH:
            raise self._refuse(event, "depth", f"嵌套超过 {MAX_DEPTH} 层 / nested too deep")
        self._put(value, event)
        self._stack.append(value)
        self._keys.append(None)

    def _put(self, value: Value, event: yaml.Event) -> None:
        """Store ``value`` in the open collection and step into its path."""
        if len(self.places) > MAX_VALUES:
            raise self._refuse(
                event,
                "size",
                f"一个文件超过 {MAX_VALUES} 项,请拆成几个 / too many values, split it",
            )
        if not self._stack:
            self.root = value
            self._path.append("")
            return
        top, key = self._stack[-1], self._keys[-1]
        if isinstance(top, list):
            self._path.append(len(top))
            top.append(value)
            self.places[tuple(self._path[1:])] = _place(event)
        elif key is not None:
            top[key] = value
            self._path.append(key)
            self._keys[-1] = None

    def _leave(self) -> None:
        self._path.pop()

    def _refuse(self, event: yaml.Event, rule: str, message: str) -> Refused:
        return _refuse(self._name, *_place(event), rule, message)


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
