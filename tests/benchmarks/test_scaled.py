from pathlib import Path

import pytest

from benchmarks.scaled import resized, texts, varied
from faq.catalogue import Catalogue
from faq.matching.matcher import Matcher
from tests import content


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return content.catalogue(content.write(tmp_path / "content"))


@pytest.mark.parametrize("size", [10, 25, 200])
def test_there_are_as_many_texts_as_wanted(catalogue: Catalogue, size: int) -> None:
    assert len(texts(resized(catalogue, size))) == size


def test_resizing_gives_the_same_every_time(catalogue: Catalogue) -> None:
    assert texts(resized(catalogue, 200)) == texts(resized(catalogue, 200))


def test_fewer_texts_are_all_from_the_content(catalogue: Catalogue) -> None:
    assert set(texts(resized(catalogue, 12))) < set(texts(catalogue))


def test_more_texts_keep_those_of_the_content(catalogue: Catalogue) -> None:
    assert set(texts(resized(catalogue, 200))) > set(texts(catalogue))


def test_resized_content_is_searched_as_any(catalogue: Catalogue) -> None:
    matcher = Matcher(resized(catalogue, 200))
    assert matcher.search("补身份证多少钱")[0].topic == "card_lost"


def test_a_text_varies_with_every_turn() -> None:
    variations = {varied("身份证丢了怎么补办", turn) for turn in range(9)}
    assert len(variations) == 9


def test_a_text_of_one_letter_varies_too() -> None:
    assert varied("?", 3)
