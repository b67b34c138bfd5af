"""The facts of one item as they may be shown: hidden fields are not there, whoever asks.

Hidden are fields partly without a source, lines with figures of a law that has changed, and for an
item that may only refer, every line with a figure.
"""

import hashlib
import re
from dataclasses import dataclass

from faq.figures import blank
from faq.model import Policy
from faq.numbers import forbidden
from faq.schema.catalogue import Item
from faq.schema.tables import Withheld

Fact = str | tuple[str, ...]

LIST_FIELDS = ("conditions", "materials", "legal_basis", "pitfalls")
FIELDS = (
    "name",
    *LIST_FIELDS,
    "steps.online",
    "steps.self_service",
    "steps.window",
    "where.tier",
    "where.note",
    "time_limit.statutory",
    "time_limit.promised",
    "fee.amount",
    "fee.basis",
    "validity",
)
_PICKED_FROM = ("conditions", "materials", "steps.online", "steps.window", "where.note")
_ARTICLE = re.compile(r"第[一二三四五六七八九十百零〇、至第条之款\d]+[条款项].*$")
_DIGIT = re.compile(r"\d")
_NUMBERED_NAME = re.compile(
    r"移民局12367|交管12123|铁路12306|(?<!\d)(?:110|119|120|122|12345|12367|96110)(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Facts:
    """An item's facts with what must not be shown taken out."""

    item: Item
    policy: Policy
    withheld: tuple[Withheld, ...] = ()
    picks: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def get(self, field: str) -> Fact | None:
        """The value of ``field`` (``fee.amount``), of a list element (``materials.2``, from 1), or
        of the lines of the item that speak of a facet (``picked.agent``); None if there is none
        that may be shown. Raises KeyError for a field that does not exist.
        """
        head, _, tail = field.partition(".")
        if head == "picked":
            return self._picked(tail) or None
        base, index = _split(field)
        if base == "name":
            return self.item.name
        if base not in FIELDS:
            raise KeyError(field)
        if base in self._hidden or head in self._hidden:
            return None
        value = self._raw(base)
        if index is None:
            return self._shown(value)
        if not isinstance(value, tuple) or not 1 <= index <= len(value):
            raise KeyError(field)
        return self._line(value[index - 1])

    def digest(self, fields: tuple[str, ...]) -> str:
        """A digest of what ``fields`` say, figures left out: a text checked against it is still
        right when only a figure is corrected.
        """
        return digest(blank("\n".join(f"{field}={self._known(field)}" for field in fields)))

    def _known(self, field: str) -> Fact | None:
        try:
            return self.get(field)
        except KeyError:
            return None

    @property
    def _hidden(self) -> tuple[str, ...]:
        return self.item.weaker_fields.partly_unverified

    def _raw(self, field: str) -> Fact | None:
        value: object = self.item
        for part in field.split("."):
            value = getattr(value, part)
        assert value is None or isinstance(value, str | tuple)  # noqa: S101
        return value

    def _shown(self, value: Fact | None) -> Fact | None:
        if isinstance(value, tuple):
            return tuple(line for raw in value if (line := self._line(raw))) or None
        return self._line(value) if value else None

    def _line(self, line: str) -> str | None:
        if forbidden(line) or (self.policy is Policy.REFER_ONLY and has_figure(line)):
            return None
        for rule in self.withheld:
            if any(word in line for word in rule.words):
                return None
            if rule.articles and rule.law in line:
                line = _ARTICLE.sub("", line)
        return line

    def _picked(self, facet: str) -> tuple[str, ...]:
        words = dict(self.picks).get(facet, ())
        found: dict[str, None] = {}
        for field in _PICKED_FROM:
            value = self.get(field) or ()
            lines = (value,) if isinstance(value, str) else value
            found |= dict.fromkeys(line for line in lines if any(word in line for word in words))
        return tuple(found)


def cites(item: Item, law: str) -> bool:
    """Whether the item's legal basis names ``law``."""
    return any(law in line for line in item.legal_basis)


def digest(text: str) -> str:
    """A short digest of a text, stable over runs and machines."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def has_figure(line: str) -> bool:
    """Whether a line states a figure; the number in an app's or a hotline's name is none."""
    return bool(_DIGIT.search(_NUMBERED_NAME.sub("", line)))


def _split(field: str) -> tuple[str, int | None]:
    base, _, last = field.rpartition(".")
    return (base, int(last)) if last.isdigit() else (field, None)
