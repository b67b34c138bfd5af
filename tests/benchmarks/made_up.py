"""Labelled questions and replies made up for counting."""

from benchmarks.questions import Labelled, Sort
from benchmarks.verdicts import Asked
from faq.model import Alert, Choice, Facet, Kind, Language, Match, Outcome, Reply

LOST = "id_card_lost"
OTHER = "passport_lost"


def question(sort: Sort = Sort.IN_SCOPE, *entries: str, lang: str = "zh") -> Labelled:
    """A question about the fee of these entries."""
    return Labelled.model_validate(
        {
            "id": "q1",
            "text": "补身份证多少钱",
            "lang": lang,
            "kind": sort,
            "entries": entries,
            "facets": [Facet.FEE],
        }
    )


def answered(entry: str, facet: Facet = Facet.FEE, confidence: float = 0.95) -> Reply:
    return Reply(Outcome.ANSWERED, (), Language.ZH, entry=entry, facet=facet, confidence=confidence)


def offered(*entries: str) -> Reply:
    choices = tuple(Choice(entry, entry, entry, Facet.FEE) for entry in entries)
    return Reply(Outcome.OFFERED_CHOICES, (), Language.ZH, choices=choices)


def ended(
    outcome: Outcome,
    *,
    entry: str | None = None,
    alert: Alert | None = None,
    found: tuple[str, ...] = (),
) -> Reply:
    why = tuple(Match(topic, Kind.ENTRY, Facet.FEE, 0.5, 1.0, "") for topic in found)
    return Reply(outcome, (), Language.ZH, alert=alert, entry=entry, why=why)


def lines(sort: Sort, *replies: Reply) -> list[Asked]:
    """One line of this sort about a lost identity card for every reply."""
    return [Asked(question(sort, LOST), reply) for reply in replies]


def outside(*replies: Reply) -> list[Asked]:
    """One line out of scope for every reply."""
    return [Asked(question(Sort.OUT_OF_SCOPE), reply) for reply in replies]
