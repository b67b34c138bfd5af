import pytest

from tests.handlers.messenger.conftest import Conversation

_FILE = {"file_id": "1", "file_unique_id": "1"}
_PHOTO = [_FILE | {"width": 1, "height": 1}]
_VIDEO = _FILE | {"width": 1, "height": 1, "duration": 1}
_PLACE = {"longitude": 123.4, "latitude": 41.8}


_VENUE = {"location": _PLACE, "title": "A", "address": "B"}


@pytest.mark.parametrize(
    ("parts", "phrase"),
    [
        ({"sticker": _FILE | {"width": 1, "height": 1, "is_animated": False, "is_video": False,
                             "type": "regular"}}, "sent_sticker"),
        ({"voice": _FILE | {"duration": 1}}, "sent_voice"),
        ({"video_note": _FILE | {"duration": 1, "length": 1}}, "sent_voice"),
        ({"location": _PLACE}, "sent_place"),
        ({"venue": _VENUE, "location": _PLACE}, "sent_place"),
        ({"contact": {"phone_number": "+8613800000000", "first_name": "A"}}, "sent_contact"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "sent_sticker"),
        ({"game": {"title": "A", "description": "B", "photo": _PHOTO}}, "text_only"),
    ],
    ids=lambda part: next(iter(part)) if isinstance(part, dict) else part,
)  # fmt: skip
async def test_each_kind_that_is_no_text_has_a_word_on_what_to_do(
    talk: Conversation, parts: dict[str, object], phrase: str
) -> None:
    message = talk.fake.store.message(7, **{"from": talk.fake.store.user(7, "en")} | parts)
    await talk.fake.push({"message": message})
    (sent,) = await talk.deliver()
    assert sent.seen == f"{phrase} en"


@pytest.mark.parametrize("parts", [{"photo": _PHOTO}, {"video": _VIDEO}, {"document": _FILE}])
async def test_a_picture_or_file_is_said_to_be_unopened(
    talk: Conversation, parts: dict[str, object]
) -> None:
    await talk.fake.push({"message": talk.fake.store.message(7, **parts)})
    (sent,) = await talk.deliver()
    assert sent.seen == "photo zh"


async def test_a_caption_is_answered_as_a_question(talk: Conversation) -> None:
    message = talk.fake.store.message(7, photo=_PHOTO, caption="我的身份证丢了")
    await talk.fake.push({"message": message})
    assert [sent.seen for sent in await talk.deliver()] == ["answer to 我的身份证丢了", "photo zh"]


async def test_a_caption_in_a_group_is_answered_without_the_name(talk: Conversation) -> None:
    message = talk.fake.store.message(-100, photo=_PHOTO, caption="@jingwu_bot 身份证丢了")
    await talk.fake.push({"message": message})
    assert (await talk.deliver(-100))[0].seen == "answer to 身份证丢了"


async def test_a_picture_in_a_group_that_is_not_for_the_bot_is_passed_over(
    talk: Conversation,
) -> None:
    message = talk.fake.store.message(-100, photo=_PHOTO, caption="风景")
    await talk.fake.push({"message": message})
    assert await talk.deliver(-100) == []


@pytest.mark.parametrize(
    "parts",
    [
        {"new_chat_members": [{"id": 9, "is_bot": False, "first_name": "N"}]},
        {"group_chat_created": True},
        {"new_chat_title": "邻里"},
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 5}},
    ],
    ids=lambda parts: next(iter(parts)),
)
async def test_what_a_chat_says_about_itself_is_passed_over(
    talk: Conversation, parts: dict[str, object]
) -> None:
    await talk.fake.push({"message": talk.fake.store.message(7, **parts)})
    assert await talk.deliver() == []
