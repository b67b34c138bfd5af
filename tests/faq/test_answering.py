from pathlib import Path

import pytest

from faq.answering import Answerer
from faq.codes import Answer, decode
from faq.composing import Composer
from faq.model import Facet, Language
from tests import content


@pytest.fixture
def answerer(tree: Path) -> Answerer:
    return Answerer(Composer(content.catalogue(tree), "zh"), Language.ZH)


def test_an_answer_carries_its_sources(answerer: Answerer) -> None:
    reply = answerer.answer("card_lost", Facet.FEE)
    assert [source.title for source in reply.sources] == ["居民身份证法", "某报报道"]


def test_an_answer_offers_the_other_facets_that_have_one(answerer: Answerer) -> None:
    choices = answerer.answer("card_lost", Facet.FEE).choices
    assert [(choice.entry, choice.facet) for choice in choices] == [("card_lost", Facet.OVERVIEW)]


def test_a_choice_carries_the_code_of_what_it_leads_to(answerer: Answerer) -> None:
    choice = answerer.answer("card_lost", Facet.FEE).choices[0]
    assert decode(choice.code) == Answer("card_lost", Facet.OVERVIEW)


def test_an_english_asker_gets_english_texts(tree: Path) -> None:
    answerer = Answerer(Composer(content.catalogue(tree), "en"), Language.RU)
    reply = answerer.answer("card_lost", Facet.FEE)
    assert (reply.language, reply.blocks[0].text) == (Language.RU, "A new card costs CNY 40.")
