"""How sure is sure, what is half a sentence, what too broad: the borders, fitted on questions."""

from collections.abc import Sequence

from faq.facts import digest
from faq.knowledge import Knowledge
from faq.matching import breadth, confidence, halves, sureness
from faq.model import Evidence, Kind
from faq.openness import Openness
from faq.schema.questions import Labelled, Sort
from faq.schema.tables import Borders

_ASKED = (Sort.IN_SCOPE, Sort.OUT_OF_SCOPE)
_IS_HALF = {Sort.FOLLOW_UP: True, Sort.IN_SCOPE: False}
_IS_BROAD = {Sort.AMBIGUOUS: True, Sort.IN_SCOPE: False}
_SURELY_ASKED = (Sort.IN_SCOPE, Sort.OUT_OF_SCOPE, Sort.AMBIGUOUS, Sort.FOLLOW_UP)


def fitted_on(knowledge: Knowledge, questions: Sequence[Labelled]) -> str:
    """A digest of all that the borders depend on: equal digests, equal borders."""
    wanted = Borders().model_dump_json()  # other borders, another digest
    content = [knowledge.matcher.learned.key, knowledge.catalogue.turns.model_dump_json(), wanted]
    return digest("\n".join([*content, *(one.model_dump_json() for one in questions)]))


def borders(knowledge: Knowledge, questions: Sequence[Labelled]) -> Borders:
    """The borders under which an entry that matches best is as often right as it says, a text as
    often half a sentence, or too broad, as its signs say, and all of it together as often sure.
    """
    asked = [one for one in questions if one.kind in _ASKED]
    found = [each for one in asked if (each := _match(knowledge, one)) is not None]
    broad = [example for one in questions if (example := _broad(knowledge, one)) is not None]
    intercept, margin, known = confidence.fit(found)
    fitted = Borders(
        intercept=intercept,
        margin=margin,
        known=known,
        half=halves.fit([_half(knowledge, one) for one in questions if one.kind in _IS_HALF]),
        broad=breadth.fit(broad),
        questions=len(found),
        fitted_on=fitted_on(knowledge, questions),
    )
    surely = [one for one in questions if one.kind in _SURELY_ASKED]
    signs = [told for one in surely if (told := _sure(knowledge, one, fitted)) is not None]
    return fitted.model_copy(update={"sure": sureness.fit(signs)})


def _match(knowledge: Knowledge, question: Labelled) -> tuple[Evidence, bool] | None:
    matches = knowledge.matcher.search(question.text)
    if not matches or matches[0].kind is not Kind.ENTRY:
        return None
    return matches[0].evidence, matches[0].topic in question.entries


def _half(knowledge: Knowledge, question: Labelled) -> tuple[halves.Signs, bool]:
    openness = Openness(knowledge.matcher, knowledge.turns)
    matches = knowledge.matcher.search(question.text)
    return openness.signs(question.text, matches), _IS_HALF[question.kind]


def _broad(knowledge: Knowledge, question: Labelled) -> tuple[breadth.Signs, bool] | None:
    """What an entry matches best but for one that is too broad, of what has an answer."""
    matches = knowledge.matcher.search(question.text)
    is_entry = bool(matches) and matches[0].kind is Kind.ENTRY
    if question.kind not in _IS_BROAD or not question.entries or not is_entry:
        return None
    openness = Openness(knowledge.matcher, knowledge.turns)
    return openness.breadth(question.text, matches), _IS_BROAD[question.kind]


def _sure(
    knowledge: Knowledge, question: Labelled, borders: Borders
) -> tuple[sureness.Signs, bool] | None:
    """What tells how surely the entry that matches best is asked, under ``borders``, and whether
    it is: of a question by itself that is not broad, and of no half sentence.
    """
    matches = knowledge.matcher.search(question.text)
    if not matches or matches[0].kind is not Kind.ENTRY:
        return None
    openness = Openness(knowledge.matcher, knowledge.turns)
    half = halves.chance(openness.signs(question.text, matches), borders.half)
    broad = breadth.chance(openness.breadth(question.text, matches), borders.broad)
    is_asked = question.kind is Sort.IN_SCOPE and matches[0].topic in question.entries
    return sureness.signs(matches[0].evidence, half, broad), is_asked
