import pytest
from rapidfuzz import fuzz

from benchmarks.peers import bm25, likest, peers, tf_idf

TEXTS = ("身份证丢了怎么补办", "护照丢了怎么补办", "驾照换证", "lost passport")
PEERS = tuple(peers(TEXTS))


@pytest.mark.parametrize("name", PEERS)
@pytest.mark.parametrize("at", range(len(TEXTS)))
def test_every_peer_finds_a_text_itself(name: str, at: int) -> None:
    assert [near.text for near in peers(TEXTS)[name]([TEXTS[at]])] == [at]


@pytest.mark.parametrize("name", PEERS)
def test_every_peer_reads_as_we_do(name: str) -> None:
    found = peers(TEXTS)[name](["駕照換證", "LOST  Passport!"])
    assert [near.text for near in found] == [2, 3]


@pytest.mark.parametrize("name", PEERS)
def test_the_first_of_equals_is_found(name: str) -> None:
    assert peers(("补办", "补办"))[name](["补办"])[0].text == 0


def test_many_questions_come_back_in_order() -> None:
    questions = [TEXTS[at % 4] for at in range(150)]
    found = likest(questions, TEXTS, fuzz.ratio)
    assert [near.text for near in found] == [at % 4 for at in range(150)]


def test_a_cosine_is_one_with_itself_whatever_its_length() -> None:
    found = tf_idf(TEXTS, 3).nearest(list(TEXTS))
    assert [near.score for near in found] == pytest.approx([1.0] * 4)


def test_a_cosine_with_nothing_shared_is_nothing() -> None:
    assert tf_idf(TEXTS, 3).nearest(["水电煤"])[0].score == 0.0


def test_a_cosine_weighs_rare_grams_more() -> None:
    both = ("甲子", "甲丑", "甲寅")
    common, rare = (near.score for near in tf_idf(both, 1).nearest(["甲", "寅"]))
    assert rare > common


def test_bm25_is_what_the_formula_gives() -> None:
    # one text of two, gram once, length 1 of mean 1.5: ln(1 + 1.5/1.5) * 2.5 / (1 + 1.5 * 0.75)
    (near,) = bm25(("甲", "乙丙"), 1).nearest(["甲"])
    assert near.score == pytest.approx(0.693147 * 2.5 / 2.125, abs=1e-5)


def test_bm25_prefers_the_shorter_of_two_texts() -> None:
    assert bm25(("补办丙丁戊己", "补办"), 2).nearest(["补办"])[0].text == 1
