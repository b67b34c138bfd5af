"""Texts that refer to facts: ``{fee.amount}``, ``{materials}``, ``{move_in:validity#1}``."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from faq.facts import Fact, Facts, has_figure
from faq.figures import english, figures
from faq.model import Policy, TextLanguage

_PLACEHOLDER = re.compile(
    r"\{(?:(?P<item>[a-z][a-z0-9_]*):)?(?P<field>[a-z_]+(?:\.[a-z_]+)?(?:\.\d+)?)(?:#(?P<figure>\d+))?\}"
)
_BRACE = re.compile(r"[{}\uff5b\uff5d]")
_JOIN = {"zh": ";", "en": "; "}
_JOIN_TIERS = {"zh": "、", "en": " / "}


class Unresolved(Exception):
    """A placeholder that stands for nothing that may be shown; the text says why."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What placeholders may refer to: the items' facts and the names of tiers in one language."""

    facts: Mapping[str, Facts]
    tiers: Mapping[str, str]
    language: TextLanguage


def render(text: str, item: str, scope: Scope) -> str:
    """``text`` with every placeholder replaced; raises Unresolved for one that cannot be."""
    return "\n".join(_line(line, item, scope) for line in text.strip().splitlines())


def is_broken(text: str) -> bool:
    """Whether a brace in ``text`` belongs to no placeholder."""
    return bool(_BRACE.search(without_placeholders(text)))


def without_placeholders(text: str) -> str:
    """``text`` with its placeholders taken out: what its author states himself."""
    return _PLACEHOLDER.sub("", text)


def named_items(text: str) -> tuple[str, ...]:
    """The items that placeholders in ``text`` name."""
    return tuple(match["item"] for match in _PLACEHOLDER.finditer(text) if match["item"])


def _line(line: str, item: str, scope: Scope) -> str:
    alone = _PLACEHOLDER.fullmatch(line.strip())
    if alone and not alone["figure"]:
        value = _value(alone, item, scope)
        if isinstance(value, tuple):
            return "\n".join(f"- {_said(part, scope, alone[0])}" for part in value)
    replace: Callable[[re.Match[str]], str] = lambda match: _text(match, item, scope)  # noqa: E731
    return _PLACEHOLDER.sub(replace, line.rstrip())


def _text(match: re.Match[str], item: str, scope: Scope) -> str:
    value = _value(match, item, scope)
    if match["figure"]:
        if isinstance(value, tuple):
            raise Unresolved(f"{match[0]}: 列表要先写第几条 / name the list element first")
        return _figure(value, int(match["figure"]), match[0], scope.language)
    if isinstance(value, tuple):
        return _JOIN[scope.language].join(_said(part, scope, match[0]) for part in value)
    return _said(value, scope, match[0])


def _value(match: re.Match[str], item: str, scope: Scope) -> str | tuple[str, ...]:
    owner, field = match["item"] or item, match["field"]
    facts = scope.facts.get(owner)
    if facts is None:
        raise Unresolved(f"{match[0]}: 目录里没有事项 {owner} / no such item")
    if field == "name" and scope.language == "en":
        return facts.item.name_en
    try:
        value = facts.get(field)
    except KeyError:
        raise Unresolved(f"{match[0]}: 没有这个字段或这一条 / no such field or element") from None
    if value is None or (owner != item and not _may_say(value, scope.facts.get(item))):
        raise Unresolved(f"{match[0]}: 这个字段是空的或不能展示 / empty or may not be shown")
    if field.startswith("where.tier"):
        value = (value,) if isinstance(value, str) else value
        return _JOIN_TIERS[scope.language].join(scope.tiers.get(tier, tier) for tier in value)
    return value


def _may_say(value: Fact, by: Facts | None) -> bool:
    lines = (value,) if isinstance(value, str) else value
    return (
        by is None
        or by.policy is not Policy.REFER_ONLY
        or not any(has_figure(line) for line in lines)
    )


def _figure(value: str, number: int, placeholder: str, language: TextLanguage) -> str:
    found = figures(value)
    if not 1 <= number <= len(found):
        raise Unresolved(
            f"{placeholder}: “{value}”里只有 {len(found)} 个数字 / has {len(found)} figures"
        )
    figure = found[number - 1]
    return figure.zh if language == "zh" else figure.en


def _said(value: str, scope: Scope, placeholder: str) -> str:
    if scope.language == "zh" or value.isascii():
        return value
    said = english(value) if not placeholder.startswith(("{where.tier", "{name")) else value
    if said is None:
        raise Unresolved(
            f"{placeholder}: “{value}”不能直接写成英文,请用 #1 取其中的数字 / "
            "is more than a figure; take its figures with #1"
        )
    return said
