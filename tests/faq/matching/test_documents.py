from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from faq.catalogue import Catalogue
from faq.matching.documents import Document, Subject, asked, documents, searched, subjects
from faq.model import Facet, Kind
from tests import content


@pytest.fixture
def small(tree: Path) -> Catalogue:
    return content.catalogue(tree)


def ways(small: Catalogue, topic: str) -> set[tuple[Facet | None, str]]:
    of = subjects(small)
    return {(one.facet, one.text) for one in documents(small, of) if of[one.subject].id == topic}


def test_every_topic_is_a_subject_in_a_fixed_order(small: Catalogue) -> None:
    assert subjects(small) == (
        Subject("card_check", Kind.ENTRY),
        Subject("card_lost", Kind.ENTRY),
        Subject("bank", Kind.REFERRAL),
        Subject("dream", Kind.FRAME),
        Subject("greeting", Kind.SMALL_TALK),
        Subject("which_card", Kind.CLARIFICATION),
    )


def test_an_entry_that_sends_elsewhere_is_a_referral(tree: Path) -> None:
    content.damage(tree, content.CHECK, "id: card_check", "id: card_check\nreferral: true")
    assert subjects(content.catalogue(tree))[0] == Subject("card_check", Kind.REFERRAL)


def test_an_entry_is_asked_for_by_names_aliases_and_phrasings(small: Catalogue) -> None:
    assert ways(small, "card_lost") == {
        (None, "身份证补领"),
        (None, "Identity card replacement"),
        (None, "补身份证"),
        (Facet.OVERVIEW, "身份证丢了怎么补办"),
        (Facet.OVERVIEW, "身份证掉了重新办一张"),
        (Facet.FEE, "补身份证多少钱"),
        (Facet.FEE, "补证收费多少"),
        (Facet.OVERVIEW, "I lost my identity card"),
        (Facet.FEE, "replacement card fee"),
    }


@pytest.mark.parametrize("topic", ["bank", "dream", "greeting"])
def test_other_topics_are_asked_for_without_a_facet(small: Catalogue, topic: str) -> None:
    assert {facet for facet, _ in ways(small, topic)} == {None}


def test_what_is_searched_keeps_its_subject_and_its_words() -> None:
    of = [Document(at, None, f"text\n{at}") for at in range(5)]
    found = searched(of, np.array([1, 3]))
    assert found.subjects == (1, 3)
    assert [found.texts[at] for at in range(2)] == ["text 1", "text 3"]


def test_how_often_a_facet_is_asked_is_told_without_the_texts(small: Catalogue) -> None:
    of = subjects(small)
    told: Counter[tuple[int, Facet | None]] = Counter()
    for at, facet, count in asked(small, of):
        told[at, facet] += count
    every = Counter((one.subject, one.facet) for one in documents(small, of) if one.facet)
    assert told == every
