from pathlib import Path

import pytest

from faq.assistant import Knowledge
from faq.matching.matcher import Matcher
from faq.model import Alert, BlockKind, Language, Outcome, Question
from faq.plain import text
from faq.switch import Fixed, Switch, readable
from tests import content
from tests.faq.fakes import FakeJournal, FakeSessions

ENTRY = "card_lost"


@pytest.fixture
def empty() -> Switch:
    """No content has ever been read."""
    return Switch(FakeSessions(), FakeJournal(), Fixed({}), new_id=lambda: "1")


@pytest.fixture
def on(tree: Path, empty: Switch) -> Switch:
    catalogue = content.catalogue(tree)
    empty.replace(Knowledge(catalogue, Matcher(catalogue)))
    return empty


@pytest.fixture
def off(on: Switch) -> Switch:
    on.is_off = True
    return on


def question(said: str, language: Language | None = None) -> Question:
    return Question(said, "web", "chat", language)


async def test_while_it_is_on_it_answers(on: Switch) -> None:
    assert (await on.ask(question("身份证丢了怎么补办"))).entry == ENTRY
    assert (await on.choose(question(f"e:{ENTRY}:f"))).entry == ENTRY
    assert on.answers


async def test_while_it_is_off_it_says_so_and_whom_to_call(off: Switch) -> None:
    for reply in (
        await off.ask(question("身份证丢了怎么补办")),
        await off.choose(question("menu")),
    ):
        assert reply.outcome is Outcome.FAILED
        assert "暂停" in text(reply)
        assert "110 公安报警" in text(reply)
        assert reply.entry is None
    assert not off.answers


async def test_it_says_so_in_the_askers_language(off: Switch) -> None:
    assert "paused" in text(await off.ask(question("I lost my identity card")))
    assert "暫停" in text(await off.ask(question("补办", Language.ZH_HANT)))


@pytest.mark.parametrize("state", ["off", "empty"])
async def test_in_danger_the_card_comes_first_all_the_same(
    state: str, request: pytest.FixtureRequest
) -> None:
    switch: Switch = request.getfixturevalue(state)
    reply = await switch.ask(question("着火了快来人"))
    assert reply.alert is Alert.FIRE
    assert reply.blocks[0].kind is BlockKind.CARD
    assert "119" in reply.blocks[0].text
    assert len(reply.blocks) == 2


async def test_what_is_kept_can_be_deleted_while_it_is_off(off: Switch) -> None:
    assert "已经删除" in text(await off.choose(question("forget")))


async def test_nobody_is_welcomed_while_it_is_off(off: Switch) -> None:
    assert "暂停" in off.phrase("welcome", Language.ZH)
    assert off.phrase("send", Language.ZH) == "发送"


async def test_turned_on_again_it_answers(off: Switch) -> None:
    off.is_off = False
    assert (await off.ask(question("身份证丢了怎么补办"))).entry == ENTRY


async def test_without_content_and_without_texts_it_still_says_whom_to_call(empty: Switch) -> None:
    assert "110" in text(await empty.ask(question("身份证丢了怎么补办")))
    assert "110" in empty.phrase("welcome", Language.EN)
    assert empty.phrase("send", Language.ZH) == ""
    assert empty.version == ""


async def test_before_the_content_is_learnt_it_says_that_it_starts(tree: Path) -> None:
    switch = Switch(FakeSessions(), FakeJournal(), readable(tree), new_id=str)
    switch.is_starting = True
    assert "正在启动" in text(await switch.ask(question("身份证丢了")))
    assert "starting" in text(await switch.ask(question("I lost my identity card")))
    switch.is_off = True
    assert "暂停" in text(await switch.ask(question("身份证丢了")))


async def test_content_that_arrives_is_answered_from(empty: Switch, tree: Path) -> None:
    catalogue = content.catalogue(tree)
    empty.replace(Knowledge(catalogue, Matcher(catalogue)))
    assert (await empty.ask(question("身份证丢了怎么补办"))).version == catalogue.version


def test_of_broken_content_the_texts_that_can_be_read_are_used(tree: Path) -> None:
    content.damage(tree, "hosts.yaml", "hosts:", "houses:")
    assert "暂停" in readable(tree).phrase("off", Language.ZH)


def test_what_one_folder_lacks_is_taken_from_the_next(tree: Path, tmp_path: Path) -> None:
    (tree / "phrases" / "zh.yaml").unlink()
    shipped = content.write(tmp_path / "shipped")
    assert "暂停" in readable(tree, shipped).phrase("off", Language.ZH)
    assert readable(tmp_path / "nowhere").texts == {}
