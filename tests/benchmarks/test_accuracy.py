from pathlib import Path

import pytest

from benchmarks.accuracy import ask_all, main
from benchmarks.questions import Labelled, Sort
from faq.assistant import Assistant, Knowledge
from faq.matching.matcher import Matcher
from faq.model import Facet, Outcome
from tests import content
from tests.faq.fakes import FakeJournal, FakeSessions


@pytest.fixture
def assistant(tmp_path: Path) -> Assistant:
    catalogue = content.catalogue(content.write(tmp_path / "content"))
    return Assistant(Knowledge(catalogue, Matcher(catalogue)), FakeSessions(), FakeJournal())


LOST = Labelled(id="1", text="身份证丢了怎么补办", kind=Sort.IN_SCOPE, entries=("card_lost",))
FEE = Labelled(
    id="2",
    text="多少钱",
    kind=Sort.FOLLOW_UP,
    entries=("card_lost",),
    context=("身份证丢了怎么补办",),
)


async def test_every_question_is_asked_in_order(assistant: Assistant) -> None:
    asked = await ask_all(assistant, [LOST, FEE])
    assert [one.question.id for one in asked] == ["1", "2"]
    assert asked[0].reply.entry == "card_lost"


async def test_context_turns_come_first(assistant: Assistant) -> None:
    (asked,) = await ask_all(assistant, [FEE])
    assert (asked.reply.entry, asked.reply.facet) == ("card_lost", Facet.FEE)


async def test_a_follow_up_is_also_asked_without_its_context(assistant: Assistant) -> None:
    (asked,) = await ask_all(assistant, [FEE])
    assert asked.alone is not None
    assert asked.alone.outcome is not Outcome.ANSWERED


async def test_nothing_is_remembered_from_one_line_to_the_next(assistant: Assistant) -> None:
    bare = Labelled(id="3", text="多少钱", kind=Sort.AMBIGUOUS)
    asked = await ask_all(assistant, [LOST, bare])
    assert asked[1].reply.outcome is not Outcome.ANSWERED


def test_a_file_that_cannot_be_read_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_text("{", "utf-8")
    assert main([str(file)]) == 2
    assert "bad.jsonl:1: not JSON" in capsys.readouterr().err
