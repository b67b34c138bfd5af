from pathlib import Path

import numpy as np
import pytest

from faq.catalogue import Catalogue
from faq.matching.learned import learned_key, restore
from faq.matching.matcher import Matcher
from tests import content


@pytest.fixture
def small(tree: Path) -> Catalogue:
    return content.catalogue(tree)


def test_a_matcher_answers_the_same_from_what_was_kept(small: Catalogue) -> None:
    first = Matcher(small)
    second = Matcher(small, first.learned.arrays())
    assert second.search("身份证丢了多少钱") == first.search("身份证丢了多少钱")


def test_what_was_kept_is_used(small: Catalogue) -> None:
    first = Matcher(small)
    arrays = first.learned.arrays()
    assert Matcher(small, arrays).learned.topics.weights is arrays["topics.weights"]


def test_what_was_kept_of_other_content_is_not_used(tree: Path, small: Catalogue) -> None:
    arrays = Matcher(small).learned.arrays()
    content.damage(tree, content.LOST, "补证收费多少", "补证什么价")
    changed = content.catalogue(tree)
    assert Matcher(changed, arrays).learned.key != learned_key(arrays)


def test_what_another_matcher_learnt_is_shared(tree: Path, small: Catalogue) -> None:
    first = Matcher(small)
    content.damage(tree, content.ITEMS, "amount: 40元", "amount: 60元")
    changed = content.catalogue(tree)
    assert changed.version != small.version
    assert Matcher(changed, first.learned).learned is first.learned


def test_what_a_matcher_of_other_words_learnt_is_not_shared(tree: Path, small: Catalogue) -> None:
    first = Matcher(small)
    content.damage(tree, content.LOST, "补证收费多少", "补证什么价")
    assert Matcher(content.catalogue(tree), first.learned).learned is not first.learned


def test_what_was_kept_in_part_is_not_used(small: Catalogue) -> None:
    learned = Matcher(small).learned
    for name in learned.arrays():
        part = {key: value for key, value in learned.arrays().items() if key != name}
        assert restore(part, learned.key) is None


def test_nothing_kept_is_not_used() -> None:
    assert restore({}, "x") is None


def test_what_is_kept_is_numbers_only(small: Catalogue) -> None:
    kinds = {np.asarray(array).dtype.kind for array in Matcher(small).learned.arrays().values()}
    assert kinds <= set("iuf")
