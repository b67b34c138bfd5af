import pytest

from faq import staying
from faq.deciding import SURE
from faq.model import Context, Facet, Kind, Match

LOST = "id_card_lost"


def match(
    topic: str,
    score: float = 1.0,
    *,
    kind: Kind = Kind.ENTRY,
    facet: Facet = Facet.OVERVIEW,
    confidence: float = 0.5,
) -> Match:
    return Match(topic, kind, facet, confidence, score, "")


@pytest.mark.parametrize(("score", "stays"), [(1.0, True), (0.3, True), (-0.5, False)])
def test_an_entry_is_nearly_best_where_it_scores_nearly_as_much(score: float, stays: bool) -> None:
    assert staying.is_nearly_best([match("visa"), match(LOST, score)], LOST) is stays


def test_what_is_not_found_at_all_is_not_nearly_best() -> None:
    assert not staying.is_nearly_best([match("visa")], LOST)
    assert not staying.is_nearly_best([], LOST)


@pytest.mark.parametrize("kind", [Kind.CLARIFICATION, Kind.SMALL_TALK])
def test_nothing_is_nearly_as_good_as_what_is_about_no_entry(kind: Kind) -> None:
    assert not staying.is_nearly_best([match("greeting", kind=kind), match(LOST)], LOST)


def test_what_is_kept_to_comes_first_and_is_sure() -> None:
    kept = staying.kept_to([match("visa"), match(LOST)], LOST, general=())
    assert [one.topic for one in kept] == [LOST, "visa"]
    assert kept[0].confidence == SURE


def test_a_sure_match_is_not_kept_from() -> None:
    sure = match("visa", confidence=SURE)
    assert staying.kept_to([sure, match(LOST)], LOST, general=())[0] == sure


def test_a_general_matter_gives_way() -> None:
    found = staying.kept_to([match("hours"), match("visa")], LOST, general={"hours"})
    assert [one.topic for one in found] == ["visa"]


def test_where_only_general_matters_are_found_they_stay() -> None:
    assert staying.kept_to([match("hours")], LOST, general={"hours"}) == (match("hours"),)


@pytest.mark.parametrize(
    ("before", "topic", "asks", "facet"),
    [
        (Facet.FEE, "visa", Facet.WHERE, Facet.FEE),
        (Facet.FEE, LOST, Facet.WHERE, Facet.WHERE),
        (Facet.FEE, LOST, Facet.OVERVIEW, Facet.CONDITIONS),
        (Facet.CONDITIONS, LOST, Facet.OVERVIEW, Facet.OVERVIEW),
    ],
)
def test_what_asks_nothing_in_words_asks_what_was_asked_or_whether_it_is_possible(
    before: Facet, topic: str, asks: Facet, facet: Facet
) -> None:
    assert staying.facet(Context(LOST, before), match(topic, facet=asks)) is facet
