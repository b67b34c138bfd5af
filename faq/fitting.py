"""How sure is sure: the borders, fitted on the content's own questions."""

from collections.abc import Sequence

from faq.facts import digest
from faq.matching.confidence import fit
from faq.matching.matcher import Matcher
from faq.model import Evidence, Kind
from faq.schema.questions import Labelled, Sort
from faq.schema.tables import Borders

_ASKED = (Sort.IN_SCOPE, Sort.OUT_OF_SCOPE)


def fitted_on(matcher: Matcher, questions: Sequence[Labelled]) -> str:
    """A digest of all that the borders depend on: equal digests, equal borders."""
    return digest("\n".join([matcher.learned.key, *(one.model_dump_json() for one in questions)]))


def borders(matcher: Matcher, questions: Sequence[Labelled]) -> Borders:
    """The borders under which an entry that matches best is as often right as it says."""
    asked = [one for one in questions if one.kind in _ASKED]
    found = [example for one in asked if (example := _example(matcher, one)) is not None]
    return fit(found, fitted_on(matcher, questions))


def _example(matcher: Matcher, question: Labelled) -> tuple[Evidence, bool] | None:
    matches = matcher.search(question.text)
    if not matches or matches[0].kind is not Kind.ENTRY:
        return None
    return matches[0].evidence, matches[0].topic in question.entries
