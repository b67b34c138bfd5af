"""YAML as the build writes it: readable Chinese, block texts, the end mark."""

import io

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import LiteralScalarString

from faq.yamltree import END_MARK, Value


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as block texts and indents lists below their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def emit(value: Value, heading: str = "") -> str:
    """A whole file from a value, with a comment line above if ``heading`` is given."""
    body = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
    return (f"# {heading}\n" if heading else "") + body + END_MARK + "\n"


def edit(text: str) -> tuple[YAML, dict[str, object]]:
    """A file opened for editing, its comments kept."""
    editor = YAML()
    editor.preserve_quotes = True
    editor.width = 100
    editor.indent(mapping=2, sequence=4, offset=2)
    # without the end mark, which would stay in the middle of what is added behind it
    return editor, editor.load(text.rstrip("\r\n").removesuffix(END_MARK))


def save(editor: YAML, document: object) -> str:
    """The edited file as text, with the end mark last; after an addition it was a comment above."""
    out = io.StringIO()
    editor.dump(document, out)
    lines = [line for line in out.getvalue().splitlines() if line != END_MARK]
    return "\n".join([*lines, END_MARK, ""])


def block(text: str) -> str:
    """A text for an edited document: of several lines, as a block text."""
    return LiteralScalarString(text) if "\n" in text else text
