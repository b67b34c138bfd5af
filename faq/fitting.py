"""How sure is sure, and what is half a sentence: the borders, fitted on the content's questions."""

from collections.abc import Sequence

from faq.facts import digest
from faq.knowledge import Knowledge
from faq.matching import confidence, halves
from faq.matching.halves import Signs
from faq.model import Evidence, Kind
from faq.openness import Openness
from faq.schema.questions import Labelled, Sort
from faq.schema.tables import Borders

_ASKED = (Sort.IN_SCOPE, Sort.OUT_OF_SCOPE)
_TOLD_APART = {Sort.FOLLOW_UP: True, Sort.IN_SCOPE: False}


def fitted_on(knowledge: Knowledge, questions: Sequence[Labelled]) -> str:
    """A digest of all that the borders depend on: equal digests, equal borders."""
    content = [knowledge.matcher.learned.key, knowledge.catalogue.turns.model_dump_json()]
    return digest("\n".join([*content, *(one.model_dump_json() for one in questions)]))


def borders(knowledge: Knowledge, questions: Sequence[Labelled]) -> Borders:
    """The borders under which an entry that matches best is as often right as it says, and a text
    as often half a sentence as its signs say.
    """
    asked = [one for one in questions if one.kind in _ASKED]
    found = [example for one in asked if (example := _match(knowledge, one)) is not None]
    intercept, margin, known = confidence.fit(found)
    return Borders(
        intercept=intercept,
        margin=margin,
        known=known,
        half=halves.fit([_half(knowledge, one) for one in questions if one.kind in _TOLD_APART]),
        questions=len(found),
        fitted_on=fitted_on(knowledge, questions),
    )


def _match(knowledge: Knowledge, question: Labelled) -> tuple[Evidence, bool] | None:
    matches = knowledge.matcher.search(question.text)
    if not matches or matches[0].kind is not Kind.ENTRY:
        return None
    return matches[0].evidence, matches[0].topic in question.entries


def _half(knowledge: Knowledge, question: Labelled) -> tuple[Signs, bool]:
    openness = Openness(knowledge.matcher, knowledge.turns)
    matches = knowledge.matcher.search(question.text)
    return openness.signs(question.text, matches), _TOLD_APART[question.kind]
