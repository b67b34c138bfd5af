import pytest

from benchmarks.questions import Sort
from benchmarks.verdicts import Verdict, is_sure, verdict
from faq.model import Outcome, Reply
from tests.benchmarks.made_up import LOST, OTHER, answered, ended, offered, question


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (answered(LOST), Verdict.RIGHT),
        (answered(OTHER), Verdict.WRONG),
        (ended(Outcome.GUIDED, entry=LOST), Verdict.RIGHT),
        (ended(Outcome.GUIDED), Verdict.WRONG),
        (offered(OTHER, LOST), Verdict.OFFERED_RIGHT),
        (offered(OTHER), Verdict.OFFERED_OTHERS),
        (ended(Outcome.OUT_OF_SCOPE, entry="bank"), Verdict.WRONG),
        (ended(Outcome.OUT_OF_SCOPE, entry=LOST), Verdict.RIGHT),
        (ended(Outcome.NO_MATCH), Verdict.SILENT),
        (ended(Outcome.SMALL_TALK), Verdict.WRONG),
        (ended(Outcome.REFUSED), Verdict.WRONG),
        (ended(Outcome.FAILED), Verdict.WRONG),
    ],
    ids=[
        "answered",
        "answered with another",
        "guided",
        "guided nowhere",
        "offered with",
        "offered without",
        "referred elsewhere",
        "referred to the right one",
        "no match",
        "small talk",
        "refused",
        "failed",
    ],
)
def test_a_reply_gets_its_verdict(reply: Reply, expected: Verdict) -> None:
    assert verdict(question(Sort.IN_SCOPE, LOST), reply) is expected


def test_any_acceptable_entry_is_right() -> None:
    assert verdict(question(Sort.IN_SCOPE, LOST, OTHER), answered(OTHER)) is Verdict.RIGHT


def test_where_nothing_is_acceptable_every_answer_is_wrong() -> None:
    assert verdict(question(Sort.OUT_OF_SCOPE), answered(LOST)) is Verdict.WRONG


@pytest.mark.parametrize(
    ("reply", "sure"),
    [
        (answered(LOST), True),
        (ended(Outcome.GUIDED), False),
        (ended(Outcome.OUT_OF_SCOPE, entry=LOST), False),
        (offered(LOST), False),
    ],
    ids=["answered", "menu", "referred", "offered"],
)
def test_only_an_answer_about_an_entry_is_sure(reply: Reply, sure: bool) -> None:
    assert is_sure(reply) is sure
