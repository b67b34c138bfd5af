from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from faq.features.space import Space, span
from faq.matching.facets import Cues, FacetModel, learn, usual
from faq.matching.reading import Reader
from faq.model import Facet
from faq.schema.tables import WordsFile

LESSONS = [
    (Facet.FEE, "护照多少钱"),
    (Facet.FEE, "驾照收费多少"),
    (Facet.FEE, "签证费多少钱"),
    (Facet.WHERE, "护照在哪办"),
    (Facet.WHERE, "驾照去哪办"),
    (Facet.WHERE, "签证在哪儿办"),
    (Facet.OVERVIEW, "护照怎么办"),
    (Facet.OVERVIEW, "驾照怎么办"),
]
CUES: Mapping[Facet, Sequence[str]] = {Facet.FEE: ["多少钱", "费用"], Facet.WHERE: ["在哪"]}
READER = Reader(WordsFile(synonyms=(("价钱", "多少钱"),)), {})


@pytest.fixture
def space() -> Space:
    return span([READER.read(text).grams for _, text in LESSONS])


@pytest.fixture
def model(space: Space) -> FacetModel:
    cues = Cues(CUES, len(space.numbers))
    read = [(facet, READER.read(text)) for facet, text in LESSONS]
    known = [(facet, reading, space.vector(reading.grams)) for facet, reading in read]
    usual = np.array([[4.0 if facet is Facet.FEE else 0.0 for facet in Facet]], np.float32)
    return FacetModel(cues, learn(cues, known), usual)


def asked(model: FacetModel, space: Space, text: str) -> Facet:
    reading = READER.read(text)
    return model.best(model.scores(reading, space.vector(reading.grams)))


@pytest.mark.parametrize(
    ("text", "facet"),
    [("签证多少钱", Facet.FEE), ("护照去哪办", Facet.WHERE), *((t, f) for f, t in LESSONS)],
)
def test_what_is_asked_about_is_learnt_from_phrasings(
    model: FacetModel, space: Space, text: str, facet: Facet
) -> None:
    assert asked(model, space, text) is facet


def test_a_text_that_shares_nothing_asks_for_the_overview(model: FacetModel, space: Space) -> None:
    assert asked(model, space, "水电") is Facet.OVERVIEW


def test_a_cue_adds_its_facet_to_what_a_text_says(space: Space) -> None:
    cues = Cues(CUES, len(space.numbers))
    reading = Reader(WordsFile(), {}).read("费用在哪交")
    found = cues.add(reading, space.vector(reading.grams)).grams.tolist()
    facets = list(Facet)
    assert [gram - len(space.numbers) for gram in found if gram >= len(space.numbers)] == sorted(
        [facets.index(Facet.FEE), facets.index(Facet.WHERE)]
    )


def test_a_cue_of_the_overview_tells_it_but_asks_for_nothing_in_particular(space: Space) -> None:
    cues = Cues({**CUES, Facet.OVERVIEW: ["怎么办"]}, len(space.numbers))
    reading = Reader(WordsFile(), {}).read("护照怎么办")
    assert cues.ask_overview(cues.add(reading, space.vector(reading.grams)))
    assert not cues.are_in(reading.plain)
    assert cues.are_in("护照怎么办在哪")


def test_a_text_without_cues_stays_as_it_is(space: Space) -> None:
    reading = READER.read("护照")
    vector = space.vector(reading.grams)
    assert Cues(CUES, len(space.numbers)).add(reading, vector) is vector


def test_a_cue_is_found_though_it_is_a_synonym_of_another_word(space: Space) -> None:
    reading = READER.read("签证多少钱")
    vector = space.vector(reading.grams)
    added = Cues(CUES, len(space.numbers)).add(reading, vector)
    assert len(added.grams) == len(vector.grams) + 1


def test_what_is_usually_asked_of_an_entry_counts_where_it_is_asked_of(
    model: FacetModel, space: Space
) -> None:
    reading = READER.read("驾照怎么办")
    scores = model.scores(reading, space.vector(reading.grams))
    assert (model.best(scores), model.best(scores, 0)) == (Facet.OVERVIEW, Facet.FEE)


def test_a_facet_is_usual_that_is_asked_of_an_entry_more_than_of_others() -> None:
    asked = [(0, Facet.FEE, 9), (0, Facet.WHERE, 1), (1, Facet.WHERE, 1)]
    fee, where = (list(Facet).index(one) for one in (Facet.FEE, Facet.WHERE))
    found = usual(asked, 2)
    assert found[0, fee] > 0 > found[0, where]
    assert found[1, fee] < 0 < found[1, where]
