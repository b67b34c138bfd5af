import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from bot.kept import Kept
from bot.reload.archive import pack
from bot.reload.building import Built, Job, Learning, Live, Refused, build
from bot.reload.difference import Change
from faq.matching.matcher import key_of
from tests.content import CHECK, ITEMS, LOST, catalogue, damage, place


class Ears:
    """Remembers what was said."""

    def __init__(self) -> None:
        self.heard: list[object] = []

    def __call__(self, said: object) -> None:
        self.heard.append(said)


@pytest.fixture
def ears() -> Ears:
    return Ears()


@pytest.fixture
def job(edited: Path, work: Path, live: Live) -> Job:
    return Job(edited, work, live)


def built(job: Job, ears: Ears) -> Built:
    found = build(job, ears)
    assert isinstance(found, Built), found
    return found


def refused(job: Job, ears: Ears) -> Refused:
    found = build(job, ears)
    assert isinstance(found, Refused), found
    return found


def test_a_corrected_fee_may_go_live_and_costs_no_learning(
    job: Job, edited: Path, live: Live, ears: Ears
) -> None:
    damage(edited, ITEMS, "amount: 40元", "amount: 60元")
    found = built(job, ears)
    assert found.changes == (Change(ITEMS, "items[card_lost].fee.amount", "40元", "60元"),)
    assert found.live.version == catalogue(edited).version != live.version
    assert "60元" in (found.live.folder / ITEMS).read_text("utf-8")
    assert ears.heard == []


def test_what_was_built_is_what_was_read_whatever_happens_to_the_folder(
    job: Job, edited: Path, ears: Ears
) -> None:
    found = built(job, ears)
    shutil.rmtree(edited)
    assert catalogue(found.live.folder).version == found.live.version


def test_other_phrasings_are_learnt_and_kept_and_it_is_said(
    job: Job, edited: Path, work: Path, ears: Ears
) -> None:
    damage(edited, LOST, "身份证掉了重新办一张", "身份证掉了再办一张")
    found = built(job, ears)
    assert [type(said) for said in ears.heard] == [Learning]
    assert Kept(work).arrays(key_of(catalogue(found.live.folder))) is not None


def test_the_same_content_changes_nothing(job: Job, live: Live, ears: Ears) -> None:
    found = built(job, ears)
    assert (found.live.version, found.changes) == (live.version, ())


def test_content_with_an_error_is_refused_with_its_place(
    job: Job, edited: Path, ears: Ears
) -> None:
    damage(edited, ITEMS, "confidence: press", "confidence: sure")
    (problem,) = refused(job, ears).problems
    assert str(problem).startswith(f"{place(edited, ITEMS, 'confidence: sure')}: error ")


def test_a_new_phrasing_that_another_entry_would_answer_is_refused_with_its_place(
    job: Job, edited: Path, ears: Ears
) -> None:
    damage(edited, CHECK, "在哪核查真伪", "身份证丢了怎么补办呀我想补办身份证")
    (problem,) = refused(job, ears).problems
    assert str(problem).startswith(
        f"{place(edited, CHECK, '身份证丢了怎么补办呀我想补办身份证')}: error stolen: "
    )


def test_a_test_question_with_an_error_is_refused_with_its_place(
    job: Job, edited: Path, ears: Ears
) -> None:
    damage(edited, "tests/all.yaml", "kind: in_scope", "kind: in_scoop")
    (problem,) = refused(job, ears).problems
    assert str(problem).startswith("tests/all.yaml:2:")


def test_a_folder_that_is_gone_is_refused(job: Job, edited: Path, ears: Ears) -> None:
    shutil.rmtree(edited)
    assert refused(job, ears).problems[0].rule == "file"


# What going live would do.


def lose_an_entry(folder: Path) -> None:
    (folder / CHECK).unlink()
    text = (folder / ITEMS).read_text("utf-8")
    start = text.index("  - id: card_check")
    (folder / ITEMS).write_text(text[:start] + "# 完\n", "utf-8")
    damage(folder, ITEMS, "    related: [card_check]\n", "")
    (folder / "clarifications" / "which_card.yaml").unlink()


def test_entries_that_go_in_great_number_must_be_accepted(
    job: Job, edited: Path, ears: Ears
) -> None:
    lose_an_entry(edited)
    found = refused(job, ears)
    assert (found.problems, found.removed) == ((), ("card_check",))
    assert found.version
    assert built(replace(job, accept=found.version), ears).live.version == found.version


def test_an_acceptance_of_other_content_does_not_count(
    job: Job, edited: Path, live: Live, ears: Ears
) -> None:
    lose_an_entry(edited)
    assert refused(replace(job, accept=live.version), ears).removed


def unlearn(folder: Path) -> None:
    """Have an answer given to q2, which is none of our business."""
    damage(folder, CHECK, "单位核查身份证", "红烧肉的糖色应该用哪一种糖来炒")


def test_a_question_that_was_helped_and_is_not_now_must_be_accepted(
    job: Job, edited: Path, ears: Ears
) -> None:
    unlearn(edited)
    found = refused(job, ears)
    assert found.failing == ("q2",)
    assert built(replace(job, accept=found.version), ears)


def test_of_a_corrected_fact_only_the_questions_about_it_are_asked_again(
    job: Job, edited: Path, live: Live, ears: Ears
) -> None:
    damage(edited, ITEMS, "amount: 40元", "amount: 60元")
    known = replace(live, helped=frozenset({"q1", "made up"}))
    assert built(replace(job, live=known), ears).live.helped == frozenset({"q1", "made up"})
    assert built(job, ears).live.helped is None


def test_a_question_about_a_corrected_fact_must_be_helped_still(
    job: Job, edited: Path, ears: Ears
) -> None:
    damage(edited, "tests/all.yaml", "facets: [fee]", "facets: [steps]")
    damage(edited, ITEMS, "amount: 40元", "amount: 60元")
    known = frozenset({"q1", "q2"})
    assert job.live
    found = refused(replace(job, live=replace(job.live, helped=known)), ears)
    assert found.failing == ("q1",)


def test_a_question_that_was_not_helped_before_may_go_on_so(
    job: Job, edited: Path, live: Live, ears: Ears
) -> None:
    unlearn(edited)
    assert built(replace(job, live=replace(live, helped=frozenset())), ears)


def test_a_question_listed_as_a_known_failure_may_fail(job: Job, edited: Path, ears: Ears) -> None:
    unlearn(edited)
    known = edited / "tests" / "_known_failures.yaml"
    known.write_text("known_failures: [q2]\n# 完\n", "utf-8")
    assert built(job, ears).live.helped == frozenset({"q1"})


def test_what_was_live_before_goes_live_again_whatever_it_does(
    job: Job, edited: Path, ears: Ears
) -> None:
    unlearn(edited)
    assert built(replace(job, source=pack(edited)), ears)


def test_without_anything_live_nothing_is_compared(job: Job, ears: Ears) -> None:
    assert built(replace(job, live=None), ears).changes == ()
