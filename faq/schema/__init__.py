"""The shape of every content file, as frozen models; a fault is a Problem with its place.

字段:每个文件有哪些字段、每个字段怎么写是固定的。不认识的字段、缺少的字段、
写错的日期或编号、该是列表的地方写成了一行文字,都会指出来。规则名:`schema`。
改法:照同类文件的写法改;编辑器装了 YAML 插件会自动提示字段名。
"""

from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from faq.model import Problem
from faq.yamltree import Tree, Where


class Record(BaseModel):
    """A frozen record that accepts no key it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


R = TypeVar("R", bound=BaseModel)

_MESSAGES = {
    "extra_forbidden": "不认识的字段“{key}”,请核对拼写 / unknown field",
    "missing": "缺少字段“{key}” / missing field",
    "string_type": "这里应当是一段文字 / must be text",
    "enum": "只能是 {expected} 之一 / must be one of these",
    "literal_error": "只能是 {expected} 之一 / must be one of these",
    "tuple_type": "这里应当是列表(每行以 - 开头) / must be a list",
    "list_type": "这里应当是列表(每行以 - 开头) / must be a list",
    "dict_type": "这里应当是“键: 值”的形式 / must be a mapping",
    "model_type": "这里应当是“键: 值”的形式 / must be a mapping",
    "model_attributes_type": "这里应当是“键: 值”的形式 / must be a mapping",
    "string_too_long": "太长,最多 {max_length} 个字 / too long",
    "too_short": "至少要有 {min_length} 项 / too few",
    "too_long": "最多 {max_length} 项 / too many",
    "bool_parsing": "只能是 true 或 false / must be true or false",
    "string_too_short": "不能为空 / must not be empty",
    "string_pattern_mismatch": "写法不对,应符合 {pattern} / does not have the right form",
}


def validate(model: type[R], tree: Tree) -> tuple[R | None, tuple[Problem, ...]]:
    """The document as ``model``, or every fault in it with line and column."""
    try:
        return model.model_validate(tree.value), ()
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
        return None, tuple(_problem(tree, fault) for fault in faults)


def _problem(tree: Tree, fault: object) -> Problem:
    assert isinstance(fault, dict)  # noqa: S101 - pydantic's ErrorDetails is a dict
    where: Where = tuple(part for part in fault["loc"] if part != "[key]")
    key = where[-1] if where else ""
    template = _MESSAGES.get(fault["type"], fault["msg"].replace("{", "{{").replace("}", "}}"))
    text = template.format(key=key, **fault.get("ctx", {}))
    return tree.problem(where, "schema", text)
