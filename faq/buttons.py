"""Buttons that lead to answers: to those of several entries, or to other facets of one."""

from collections.abc import Iterable

from faq import codes
from faq.composing import Composer
from faq.model import Choice, Facet, Topic

_FACETS = 8
_ORDER = (
    Facet.OVERVIEW,
    Facet.MATERIALS,
    Facet.WHERE,
    Facet.FEE,
    Facet.DURATION,
    Facet.APPOINTMENT,
    Facet.ONLINE,
    Facet.PROGRESS,
    Facet.STEPS,
    Facet.CONDITIONS,
    Facet.CROSS_REGION,
    Facet.AGENT,
    Facet.VALIDITY,
    Facet.LEGAL,
    Facet.WHEN_HOURS,
)


def topics(composer: Composer, each: Iterable[Topic]) -> tuple[Choice, ...]:
    """A button under the name of the entry for ``each`` topic."""
    return tuple(_button(composer.name(one.entry), one) for one in each)


def other_facets(composer: Composer, entry: str, shown: Facet) -> tuple[Choice, ...]:
    """A button for each facet of ``entry`` that has something to tell, but that ``shown``."""
    stated = composer.stated(entry)
    others = [facet for facet in _ORDER if facet in stated and facet is not shown]
    return tuple(_button(composer.facet(one), Topic(entry, one)) for one in others[:_FACETS])


def _button(label: str, to: Topic) -> Choice:
    code = codes.encode(codes.Answer(to.entry, to.facet))
    return Choice(label=label, code=code, entry=to.entry, facet=to.facet)
