import gc
import weakref
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faq.assistant import Knowledge
from faq.matching.matcher import Matcher
from faq.model import Facet, Kind
from tests import content


@pytest.fixture
def matcher(tree: Path) -> Matcher:
    return Matcher(content.catalogue(tree))


@pytest.mark.parametrize(
    ("text", "topic", "kind"),
    [
        ("身份证丢了怎么补办", "card_lost", Kind.ENTRY),
        ("I lost my identity card", "card_lost", Kind.ENTRY),
        ("單位核查身份證", "card_check", Kind.ENTRY),
        ("银行卡丢了怎么挂失", "bank", Kind.REFERRAL),
        ("梦见警察是什么意思", "dream", Kind.FRAME),
        ("你好!", "greeting", Kind.SMALL_TALK),
    ],
)
def test_an_exact_phrasing_finds_its_topic(
    matcher: Matcher, text: str, topic: str, kind: Kind
) -> None:
    best = matcher.search(text)[0]
    assert (best.topic, best.kind) == (topic, kind)


def test_a_match_says_which_phrasing_it_is_like(matcher: Matcher) -> None:
    assert matcher.search("身份证丢了,怎么补办?")[0].phrasing == "身份证丢了怎么补办"


def test_a_twin_is_no_rival(tree: Path) -> None:
    between = "身份证丢了单位核查"
    before = Matcher(content.catalogue(tree)).search(between)[:2]
    assert {match.topic for match in before} == {"card_lost", "card_check"}
    content.damage(tree, content.LOST, "id: card_lost\n", "id: card_lost\nsame_as: [card_check]\n")
    after = Matcher(content.catalogue(tree)).search(between)[:2]
    assert [match.evidence.margin for match in after] > [match.evidence.margin for match in before]


def test_matches_come_best_first_each_topic_once(matcher: Matcher) -> None:
    matches = matcher.search("身份证丢了多少钱")
    scores = [match.score for match in matches]
    assert scores == sorted(scores, reverse=True)
    assert len({match.topic for match in matches}) == len(matches)


def test_the_same_question_has_the_same_matches_twice(matcher: Matcher) -> None:
    assert matcher.search("身份证丢了多少钱") == matcher.search("身份证丢了多少钱")


def test_a_matcher_built_again_finds_the_same(tree: Path, matcher: Matcher) -> None:
    again = Matcher(content.catalogue(tree))
    assert again.search("身份证丢了多少钱") == matcher.search("身份证丢了多少钱")


@pytest.mark.parametrize("text", ["", "   ", "?!。", "👮"])
def test_a_text_without_letters_matches_nothing(matcher: Matcher, text: str) -> None:
    assert matcher.search(text) == ()


def test_foreign_words_make_a_match_less_sure(matcher: Matcher) -> None:
    sure = matcher.search("身份证丢了")[0].confidence
    assert matcher.search("身份证丢了和水费煤气费电视剧")[0].confidence < sure


def test_content_that_was_just_built_and_has_no_phrasings_can_be_searched(tree: Path) -> None:
    for path in tree.glob("entries/*/*.yaml"):
        path.write_text(f"id: {path.stem}\n# 完\n", "utf-8")
    matcher = Matcher(content.catalogue(tree))
    assert matcher.search("身份证补领")[0].topic == "card_lost"


def test_content_with_one_topic_can_be_searched(tree: Path) -> None:
    for name in (
        "referrals/bank",
        "frames/dream",
        "small_talk/greeting",
        "clarifications/which_card",
    ):
        (tree / f"{name}.yaml").unlink()
    (tree / content.CHECK).unlink()
    matcher = Matcher(content.catalogue(tree))
    assert [match.topic for match in matcher.search("身份证丢了")] == ["card_lost"]


@pytest.mark.parametrize("text", ["护照", "身份证", "居住证", "passport"])
def test_a_bare_name_asks_for_the_overview(knowledge: Knowledge, text: str) -> None:
    assert knowledge.matcher.search(text)[0].facet is Facet.OVERVIEW


@given(text=st.text(alphabet="身份证护照丢了多少钱在哪办lost id 123?\ud800\u0301", max_size=30))
@settings(deadline=None, max_examples=200)
def test_a_confidence_is_between_nothing_and_certainty(knowledge: Knowledge, text: str) -> None:
    assert all(0 <= match.confidence <= 1 for match in knowledge.matcher.search(text))


def test_a_text_of_the_greatest_length_can_be_searched(knowledge: Knowledge) -> None:
    assert knowledge.matcher.search("身份证丢了怎么补办" * 500)[0].topic == "id_card_lost"


def test_a_matcher_that_is_replaced_is_let_go_at_once(tree: Path) -> None:
    """A reload must not wait for a collection, which walks through all content and holds answers
    up; content is kept out of collections.
    """
    matcher = Matcher(content.catalogue(tree))
    matcher.search("身份证丢了")
    parts = [weakref.ref(part) for part in (matcher, matcher._reader, matcher._reader.sounds)]
    gc.disable()
    try:
        del matcher
        assert [part() for part in parts] == [None, None, None]
    finally:
        gc.enable()
