import pytest

from handlers.messenger.updates import read
from tests.handlers.messenger.conftest import Conversation


async def test_an_update_is_read(talk: Conversation) -> None:
    update = read({"update_id": 5, "something_new": {"a": 1}}, talk.bot)
    assert update is not None
    assert update.update_id == 5


@pytest.mark.parametrize(
    "raw",
    [
        None,
        [],
        "x",
        {},
        {"update_id": "5"},
        {"update_id": True},
        {"update_id": 5, "message": "text"},
        {"update_id": 5, "message": {"message_id": 1}},
        {"update_id": 5, "message": {"message_id": 1, "date": 10**20, "chat": {"id": 1}}},
        {"update_id": 5, "callback_query": {"id": "1", "from": 3}},
        {"update_id": 5, "message": {"message_id": 1, "date": 1, "chat": []}},
    ],
    ids=repr,
)
async def test_what_is_no_update_is_none(talk: Conversation, raw: object) -> None:
    assert read(raw, talk.bot) is None
