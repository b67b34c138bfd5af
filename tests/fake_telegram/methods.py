"""The methods of the Bot API that a bot like ours calls."""

import json
from collections.abc import Callable, Mapping

from tests.fake_telegram.markup import CannotParseEntitiesError, units, visible
from tests.fake_telegram.store import Json, Sent, Store

ME: Json = {"id": 123456, "is_bot": True, "first_name": "Jingwu", "username": "jingwu_bot"}
_MAX_TEXT = 4096
_MAX_DATA = 64

Parameters = Mapping[str, str]


class ApiError(Exception):
    """A call the Bot API refuses."""

    def __init__(self, status: int, description: str) -> None:
        super().__init__(description)
        self.status = status
        self.description = description


def call(store: Store, method: str, given: Parameters) -> object:
    """The result of a method that answers at once."""
    if method not in _METHODS:
        raise ApiError(404, "Not Found")
    return _METHODS[method](store, given)


def chat_of(given: Parameters) -> int | None:
    """The chat a call is about, if any."""
    text = given.get("chat_id", "")
    return int(text) if text.lstrip("-").isdigit() else None


def _get_me(_store: Store, _given: Parameters) -> object:
    return ME


def _send_message(store: Store, given: Parameters) -> object:
    chat = _chat(store, given)
    sent = _read(given, chat, next(store.message_ids))
    store.sent.append(sent)
    return _receipt(store, sent)


def _send_document(store: Store, given: Parameters) -> object:
    chat = _chat(store, given)
    content = given["document"]
    sent = Sent(chat, content, content, id=next(store.message_ids))
    store.sent.append(sent)
    return _receipt(store, sent)


def _edit_message_text(store: Store, given: Parameters) -> object:
    chat, number = _chat(store, given), int(given["message_id"])
    for at, old in enumerate(store.sent):
        if (old.chat, old.id) == (chat, number):
            store.sent[at] = _read(given, chat, number)
            if store.sent[at] == old:
                raise ApiError(400, "Bad Request: message is not modified")
            return _receipt(store, store.sent[at])
    raise ApiError(400, "Bad Request: message to edit not found")


def _answer_callback_query(store: Store, given: Parameters) -> object:
    query = given.get("callback_query_id", "")
    if query not in store.queries:
        raise ApiError(
            400,
            "Bad Request: query is too old and response timeout expired or query ID is invalid",
        )
    store.answered.append(query)
    return True


def _set_my_commands(store: Store, given: Parameters) -> object:
    store.commands[given.get("language_code", "")] = json.loads(given["commands"])
    return True


def _send_chat_action(store: Store, given: Parameters) -> object:
    return bool(_chat(store, given))


def _chat(store: Store, given: Parameters) -> int:
    chat = chat_of(given)
    if chat is None or chat not in store.chats:
        raise ApiError(400, "Bad Request: chat not found")
    return chat


def _read(given: Parameters, chat: int, number: int) -> Sent:
    text, mode = given.get("text", ""), given.get("parse_mode")
    try:
        seen = visible(text) if mode == "HTML" else text
    except CannotParseEntitiesError as error:
        raise ApiError(400, str(error)) from None
    if not seen.strip():
        raise ApiError(400, "Bad Request: message text is empty")
    if units(seen) > _MAX_TEXT:
        raise ApiError(400, "Bad Request: message is too long")
    topic = given.get("message_thread_id")
    preview = json.loads(given.get("link_preview_options", "{}"))
    return Sent(
        chat,
        text,
        seen,
        parse_mode=mode,
        buttons=_buttons(given.get("reply_markup")),
        id=number,
        topic=int(topic) if topic else None,
        has_preview=not preview.get("is_disabled", False),
    )


def _buttons(markup: str | None) -> tuple[tuple[str, str], ...]:
    rows = json.loads(markup).get("inline_keyboard", []) if markup else []
    buttons = [one for row in rows for one in row]
    for one in buttons:
        if not one["text"].strip():
            raise ApiError(400, "Bad Request: can't parse inline keyboard button: text is empty")
        if "url" not in one and not 1 <= len(one.get("callback_data", "").encode()) <= _MAX_DATA:
            raise ApiError(400, "Bad Request: BUTTON_DATA_INVALID")
    return tuple((one["text"], one.get("url") or one["callback_data"]) for one in buttons)


def _receipt(store: Store, sent: Sent) -> Json:
    message = store.message(sent.chat, **{"from": ME, "text": sent.seen})
    return message | {"message_id": sent.id}


_METHODS: dict[str, Callable[[Store, Parameters], object]] = {
    "getMe": _get_me,
    "sendMessage": _send_message,
    "sendDocument": _send_document,
    "editMessageText": _edit_message_text,
    "answerCallbackQuery": _answer_callback_query,
    "setMyCommands": _set_my_commands,
    "sendChatAction": _send_chat_action,
}
