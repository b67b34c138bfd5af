from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.theft import Asked, as_text, fold
from faq.catalogue import Catalogue
from tests import content


@pytest.fixture
def small(tmp_path: Path) -> Catalogue:
    return content.catalogue(content.write(tmp_path / "content"))


def phrasings(catalogue: Catalogue) -> list[str]:
    return sorted(
        text
        for entry in catalogue.entries.values()
        for by_facet in (entry.phrasings.zh, entry.phrasings.en)
        for texts in by_facet.values()
        for text in texts
    )


def test_every_phrasing_is_left_out_and_asked_once(small: Catalogue) -> None:
    asked = [one.text for number in range(3) for one in fold(small, number, folds=3)]
    assert sorted(asked) == phrasings(small)


def test_a_phrasing_that_finds_another_entry_is_home_only_with_a_twin(small: Catalogue) -> None:
    twins = {
        name: entry.model_copy(update={"same_as": tuple(set(small.entries) - {name})})
        for name, entry in small.entries.items()
    }
    alone, together = fold(small, 0, 1), fold(replace(small, entries=twins), 0, 1)
    assert {one.is_home for one in alone if one.found != one.entry} <= {False}
    assert all(one.is_home for one in together if one.found in small.entries)


def test_thieves_are_named_with_margin_and_words() -> None:
    theft = Asked("身份证丢了", "lost", "check", False, True, 0.25, ("身份证",))
    home = Asked("查身份证", "check", "check", True, True, 0.5, ())
    said = as_text([theft, home])
    assert "1  lost ← check" in said
    assert "0.25  身份证丢了  lost ← check  身份证" in said
    assert "50.0 %" in said
