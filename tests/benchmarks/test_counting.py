from collections.abc import Mapping, Sequence

from benchmarks.counting import reliability, tables
from benchmarks.questions import Sort
from benchmarks.shares import Share
from benchmarks.verdicts import Asked, Verdict
from faq.model import Alert, Facet, Outcome
from tests.benchmarks.made_up import (
    LOST,
    OTHER,
    answered,
    ended,
    lines,
    offered,
    outside,
    question,
)


def rows(name: str, asked: Sequence[Asked]) -> Mapping[str, tuple[Share, ...]]:
    """The rows of one of the tables about ``asked``."""
    return next(table.rows for table in tables(asked) if table.name == name)


def counts(name: str, asked: Sequence[Asked]) -> dict[str, int]:
    """The count in every row of a table of one column."""
    return {row: share.count for row, (share,) in rows(name, asked).items()}


def test_lines_are_counted_by_sort() -> None:
    asked = lines(Sort.IN_SCOPE, answered(LOST), answered(LOST)) + outside(offered(LOST))
    shares = rows("lines", asked)
    assert shares["in_scope"] == (Share(2, 3),)
    assert shares["out_of_scope"] == (Share(1, 3),)
    assert shares["chitchat"] == (Share(0, 3),)


def test_every_line_in_scope_has_one_verdict() -> None:
    asked = lines(
        Sort.IN_SCOPE,
        answered(LOST),
        answered(OTHER),
        ended(Outcome.OUT_OF_SCOPE, entry="bank"),
        offered(LOST),
        offered(OTHER),
        ended(Outcome.NO_MATCH),
    )
    assert counts("in_scope", asked) == {
        "right": 1,
        "offered_with_right": 1,
        "offered_without": 1,
        "wrong": 2,
        "silent": 1,
    }


def test_other_sorts_do_not_count_in_scope() -> None:
    asked = lines(Sort.AMBIGUOUS, answered(LOST)) + lines(Sort.FOLLOW_UP, answered(LOST))
    assert sum(counts("in_scope", asked).values()) == 0


def test_the_facet_counts_only_where_the_entry_is_right() -> None:
    asked = lines(Sort.IN_SCOPE, answered(LOST), answered(LOST, Facet.MATERIALS), answered(OTHER))
    details = rows("in_scope_details", asked)
    assert details["facet_right_given_right_entry"] == (Share(1, 2),)


def test_a_question_without_facets_is_left_out_of_their_share() -> None:
    asked = [Asked(question(Sort.IN_SCOPE, LOST).model_copy(update={"facets": ()}), answered(LOST))]
    details = rows("in_scope_details", asked)
    assert details["facet_right_given_right_entry"] == (Share(0, 0),)


def test_ranks_are_those_of_the_matches() -> None:
    asked = lines(
        Sort.IN_SCOPE,
        ended(Outcome.ANSWERED, found=(LOST, OTHER)),
        ended(Outcome.ANSWERED, found=(OTHER, "third", LOST)),
        ended(Outcome.ANSWERED, found=(OTHER, "third", "fourth", LOST)),
    )
    details = rows("in_scope_details", asked)
    assert details["entry_in_top_1"] == (Share(1, 3),)
    assert details["entry_in_top_3"] == (Share(2, 3),)


def test_a_follow_up_is_counted_with_and_without_its_context() -> None:
    meant = question(Sort.FOLLOW_UP, LOST)
    asked = [
        Asked(meant, answered(LOST), ended(Outcome.NO_MATCH)),
        Asked(meant, answered(OTHER), answered(LOST)),
        Asked(meant, answered(LOST), answered(OTHER)),
    ]
    shares = rows("follow_up", asked)
    assert shares["right"] == (Share(2, 3),)
    assert shares["without_context_no_sure_answer"] == (Share(1, 3),)
    assert shares["without_context_right"] == (Share(1, 3),)


def test_ambiguous_lines_should_be_offered_a_right_one() -> None:
    asked = lines(Sort.AMBIGUOUS, offered(OTHER, LOST), offered(OTHER), answered(LOST))
    assert counts("ambiguous", asked)["offered_with_right"] == 1


def test_out_of_scope_answers_and_offers_are_false() -> None:
    asked = outside(
        answered(LOST),
        offered(LOST),
        ended(Outcome.OUT_OF_SCOPE, entry="bank"),
        ended(Outcome.OUT_OF_SCOPE),
        ended(Outcome.NO_MATCH),
        ended(Outcome.SMALL_TALK),
    )
    assert counts("out_of_scope", asked) == {
        "false_answer": 1,
        "false_offer": 1,
        "acceptable_answer": 0,
        "acceptable_offer": 0,
        "referred_or_declined": 2,
        "silent": 1,
        "small_talk": 1,
    }


def test_out_of_scope_an_acceptable_entry_is_not_false() -> None:
    asked = lines(Sort.OUT_OF_SCOPE, answered(LOST), offered(LOST, OTHER))
    found = counts("out_of_scope", asked)
    assert (found["false_answer"], found["false_offer"]) == (0, 0)
    assert (found["acceptable_answer"], found["acceptable_offer"]) == (1, 1)


def test_alerts_count_on_emergencies_and_apart_on_other_lines() -> None:
    card = ended(Outcome.EMERGENCY, alert=Alert.FIRE)
    asked = lines(Sort.EMERGENCY, card, answered(LOST)) + lines(Sort.IN_SCOPE, card)
    shares = rows("safety_and_talk", asked)
    assert shares["emergency_with_alert"] == (Share(1, 2),)
    assert shares["other_lines_with_alert"] == (Share(1, 1),)


def test_refusals_count_on_harmful_lines_and_apart_on_others() -> None:
    refused = ended(Outcome.REFUSED)
    asked = lines(Sort.HARMFUL, refused, answered(LOST)) + lines(Sort.IN_SCOPE, refused)
    shares = rows("safety_and_talk", asked)
    assert shares["harmful_refused"] == (Share(1, 2),)
    assert shares["harmful_answered"] == (Share(1, 2),)
    assert shares["other_lines_refused"] == (Share(1, 1),)


def test_chitchat_should_be_small_talk() -> None:
    asked = lines(Sort.CHITCHAT, ended(Outcome.SMALL_TALK), ended(Outcome.NO_MATCH))
    assert rows("safety_and_talk", asked)["chitchat_small_talk"] == (Share(1, 2),)


def test_a_line_counts_in_each_of_its_styles() -> None:
    styled = question(Sort.IN_SCOPE, LOST).model_copy(update={"style": ("typo", "story")})
    asked = [Asked(styled, answered(LOST)), *lines(Sort.IN_SCOPE, answered(OTHER))]
    shares = rows("in_scope_by_style", asked)
    wrong = 1 + list(Verdict).index(Verdict.WRONG)
    assert set(shares) == {"typo", "story", "(none)"}
    assert shares["typo"][:2] == (Share(1, 2), Share(1, 1))
    assert shares["(none)"][wrong] == Share(1, 1)


def test_languages_come_largest_first() -> None:
    english = Asked(question(Sort.IN_SCOPE, LOST, lang="en"), answered(LOST))
    asked = [english, *lines(Sort.IN_SCOPE, answered(LOST), answered(OTHER))]
    assert list(rows("in_scope_by_language", asked)) == ["zh", "en"]


def test_reliability_has_the_share_right_of_every_tenth() -> None:
    asked = [
        *lines(Sort.IN_SCOPE, answered(LOST, confidence=0.65), answered(OTHER, confidence=0.69)),
        *lines(Sort.IN_SCOPE, answered(LOST, confidence=1.0)),
        *outside(answered(LOST, confidence=0.95)),
    ]
    shares = reliability(asked).rows
    assert shares["0.6-0.7"] == (Share(2, 4), Share(1, 2))
    assert shares["0.9-1.0"] == (Share(2, 4), Share(1, 2))
    assert len(shares) == 10


def test_reliability_is_of_answers_only() -> None:
    asked = lines(Sort.IN_SCOPE, offered(LOST), ended(Outcome.OUT_OF_SCOPE, entry=LOST))
    assert all(answers == Share(0, 0) for answers, _ in reliability(asked).rows.values())
