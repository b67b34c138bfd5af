"""A guide begun in one process and continued in another, over one database."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.storage import open_storage
from faq.assembly import load
from faq.assistant import Assistant, Knowledge
from faq.guides.guide import Guide
from faq.matching.matcher import Matcher
from faq.model import Outcome, Question, Reply
from tests import content
from tests.clock import FakeClock
from tests.faq.fakes import FakeJournal
from tests.faq.guides.files import table


@pytest.fixture
def knowledge(tmp_path: Path) -> Knowledge:
    """A few entries and the guide of the tests, which is quick to learn."""
    catalogue = load(content.write(tmp_path / "content")).catalogue
    assert catalogue is not None
    catalogue = replace(catalogue, guides={"trip": table()})
    return Knowledge(catalogue, Matcher(catalogue))


def without(knowledge: Knowledge, option: str) -> Knowledge:
    """The content after a reload that took an option out of the guide's first question."""
    guide = table()
    need = guide.file.questions["need"]
    kept = {name: one for name, one in need.options.items() if name != option}
    questions = {**guide.file.questions, "need": need.model_copy(update={"options": kept})}
    changed = Guide(guide.file.model_copy(update={"questions": questions}))
    return replace(knowledge, catalogue=replace(knowledge.catalogue, guides={"trip": changed}))


async def turn(knowledge: Knowledge, file: Path, said: str, *, press: bool = False) -> Reply:
    """One turn in a process of its own."""
    storage = await open_storage(f"sqlite:///{file}", FakeClock())
    try:
        assistant = Assistant(knowledge, storage.sessions, FakeJournal())
        question = Question(said, "web", "chat")
        return await (assistant.choose(question) if press else assistant.ask(question))
    finally:
        await storage.close()


async def test_a_guide_goes_on_after_a_restart(knowledge: Knowledge, tmp_path: Path) -> None:
    file = tmp_path / "jingwu.db"
    await turn(knowledge, file, "g:trip:", press=True)
    typed = await turn(knowledge, file, "火车")
    pressed = await turn(knowledge, file, typed.choices[0].code, press=True)
    assert (typed.blocks[0].text, pressed.blocks[0].text) == ("ask h", "ask p")


async def test_a_button_whose_step_a_reload_took_out_starts_the_guide_anew(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    file = tmp_path / "jingwu.db"
    begun = await turn(knowledge, file, "g:trip:nt", press=True)
    changed = without(knowledge, "train")
    reply = await turn(changed, file, begun.choices[0].code, press=True)
    assert reply.outcome is Outcome.GUIDED
    assert reply.blocks[0].text.startswith("这份指引的内容改过了")


async def test_what_is_typed_to_a_step_that_is_gone_is_read_as_a_question(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    file = tmp_path / "jingwu.db"
    await turn(knowledge, file, "g:trip:nt", press=True)
    reply = await turn(without(knowledge, "train"), file, "label lost")
    assert reply.guide == ""
