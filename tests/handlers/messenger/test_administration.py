from dataclasses import dataclass, field
from typing import Any

import pytest

from faq.confirming import Act, Confirm, encode
from faq.model import Choice
from handlers.messenger.administration import COMMANDS
from handlers.messenger.desk import Said
from tests.handlers.messenger.conftest import Conversation

ADMIN, STRANGER, GROUP = 7, 8, -100
CONFIRM = encode(Confirm(Act.ROLLBACK, "12", ADMIN))


@dataclass
class FakeAdministration:
    """Remembers what it was told to do."""

    admins: set[int] = field(default_factory=lambda: {ADMIN})
    done: list[tuple[int, str, str]] = field(default_factory=list)
    said: Said = field(default_factory=lambda: Said("done"))

    def is_admin(self, user: int) -> bool:
        return user in self.admins

    async def command(self, admin: int, name: str, argument: str) -> Said:
        self.done.append((admin, name, argument))
        return self.said

    async def confirmed(self, admin: int, code: Confirm) -> Said:
        self.done.append((admin, code.act, code.version))
        return self.said


@pytest.fixture
def staff(talk: Conversation) -> FakeAdministration:
    administration = FakeAdministration()
    talk.messenger.admit(administration)
    return administration


@pytest.mark.parametrize("name", COMMANDS)
async def test_an_administrator_commands(
    talk: Conversation, staff: FakeAdministration, name: str
) -> None:
    (sent,) = await talk.say(f"/{name} 费用 有误")
    assert staff.done == [(ADMIN, name, "费用 有误")]
    assert sent.seen == "done"
    assert talk.assistant.chosen == []


async def as_anyone(talk: Conversation) -> None:
    """Whoever gave the last command got what an unknown command gets."""
    assert [question.text for question in talk.assistant.chosen] == ["help"]


async def test_to_others_there_is_no_such_command(
    talk: Conversation, staff: FakeAdministration
) -> None:
    await talk.say("/reload", chat=STRANGER)
    assert staff.done == []
    await as_anyone(talk)


async def test_without_administrators_there_is_no_such_command(talk: Conversation) -> None:
    await talk.say("/reload")
    await as_anyone(talk)


FORWARD = {"type": "user", "date": 1, "sender_user": {"id": 9, "is_bot": False, "first_name": "x"}}
BORROWED: dict[str, dict[str, Any]] = {
    "forwarded": {"forward_origin": FORWARD},
    "via a bot": {"via_bot": {"id": 9, "is_bot": True, "first_name": "x"}},
    "edited": {"edit_date": 1},
    "of a chat": {"sender_chat": {"id": 9, "type": "channel", "title": "x"}},
    "of another": {"from": {"id": STRANGER, "is_bot": False, "first_name": "x"}},
    "of a bot": {"from": {"id": ADMIN, "is_bot": True, "first_name": "x"}},
}


@pytest.mark.parametrize("parts", BORROWED.values(), ids=BORROWED.keys())
async def test_a_command_that_was_not_typed_by_the_administrator_is_none(
    talk: Conversation, staff: FakeAdministration, parts: dict[str, Any]
) -> None:
    await talk.say("/reload", **parts)
    assert staff.done == []


async def test_an_edited_message_commands_nothing(
    talk: Conversation, staff: FakeAdministration
) -> None:
    sender = talk.fake.store.user(ADMIN, "zh")
    message = talk.fake.store.message(ADMIN, **{"from": sender, "text": "/off x", "edit_date": 1})
    await talk.fake.push({"edited_message": message})
    await talk.deliver()
    assert staff.done == []


async def test_a_caption_commands_nothing(talk: Conversation, staff: FakeAdministration) -> None:
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
    sender = talk.fake.store.user(ADMIN, "zh")
    message = talk.fake.store.message(
        ADMIN, **{"from": sender, "caption": "/off x", "photo": photo}
    )
    await talk.fake.push({"message": message})
    await talk.deliver()
    assert staff.done == []


ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group"}


@pytest.mark.parametrize(
    "parts",
    [
        {"from": {"id": ADMIN, "is_bot": False, "first_name": "x"}},
        {"from": ANONYMOUS, "sender_chat": {"id": GROUP, "type": "supergroup", "title": "x"}},
    ],
    ids=["himself", "anonymous"],
)
async def test_in_a_group_nobody_commands(
    talk: Conversation, staff: FakeAdministration, parts: dict[str, Any]
) -> None:
    staff.admins |= {GROUP, 1087968824}
    await talk.say("/reload@jingwu_bot", chat=GROUP, **parts)
    assert staff.done == []


async def test_what_is_confirmed_is_done(talk: Conversation, staff: FakeAdministration) -> None:
    await talk.fake.press(ADMIN, CONFIRM)
    (sent,) = await talk.deliver()
    assert staff.done == [(ADMIN, "r", "12")]
    assert sent.seen == "done"


async def test_a_button_is_for_one_administrator_only(
    talk: Conversation, staff: FakeAdministration
) -> None:
    staff.admins.add(STRANGER)
    await talk.fake.press(STRANGER, CONFIRM)
    await talk.deliver(STRANGER)
    assert staff.done == []
    assert talk.assistant.chosen[0].text == CONFIRM


async def test_who_is_no_administrator_any_more_confirms_nothing(
    talk: Conversation, staff: FakeAdministration
) -> None:
    staff.admins.clear()
    await talk.fake.press(ADMIN, CONFIRM)
    await talk.deliver()
    assert staff.done == []


async def test_a_button_in_a_group_confirms_nothing(
    talk: Conversation, staff: FakeAdministration
) -> None:
    under = talk.fake.store.message(GROUP)
    press = {"id": "q", "chat_instance": "1", "data": CONFIRM, "message": under}
    await talk.fake.push({"callback_query": press | {"from": talk.fake.store.user(ADMIN, "zh")}})
    await talk.deliver()
    assert staff.done == []


async def test_a_button_comes_with_what_is_said(
    talk: Conversation, staff: FakeAdministration
) -> None:
    staff.said = Said("sure?", (Choice("yes", CONFIRM),))
    (sent,) = await talk.say("/rollback 12")
    assert sent.buttons == (("yes", CONFIRM),)


async def test_what_is_too_long_for_a_message_is_sent_as_a_file(
    talk: Conversation, staff: FakeAdministration
) -> None:
    staff.said = Said("错" * 5000)
    (message, file) = await talk.say("/reload")
    assert message.seen == "错" * 600 + "\n…"
    assert file.seen == "错" * 5000
