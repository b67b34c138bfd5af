import gzip
import json
from collections.abc import AsyncIterator

import pytest

from faq.model import Language, Question
from tests.handlers.webchat.conftest import Client
from tests.handlers.webchat.fakes import ANSWER, FakeAssistant, said

JSON = {"Content-Type": "application/json"}
SESSION = "A" * 24


async def post(client: Client, **body: object) -> dict[str, object]:
    """The answer to ``body`` as JSON, which must be given with 200."""
    response = await client.post("/api/chat", json=body)
    assert response.status == 200
    answer: dict[str, object] = await response.json()
    return answer


async def refused(client: Client, body: bytes, **headers: str) -> tuple[int, str]:
    """Status and error sentence of a request that must be refused."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    response = await client.post("/api/chat", data=body, headers=JSON | named)
    answer = await response.json()
    assert list(answer) == ["error"]
    return response.status, answer["error"]


async def test_a_question_is_asked_and_answered(client: Client, assistant: FakeAssistant) -> None:
    answer = await post(client, session=SESSION, text="身份证丢了")
    assert assistant.asked == [Question("身份证丢了", "web", f"web:{SESSION}")]
    assert (answer["session"], answer["outcome"], answer["entry"], answer["version"]) == (
        SESSION,
        "answered",
        "id_card_lost",
        "v7",
    )


async def test_a_choice_is_chosen(client: Client, assistant: FakeAssistant) -> None:
    await post(client, session=SESSION, choice="f:id_card_lost:fee")
    question = Question("f:id_card_lost:fee", "web", f"web:{SESSION}", Language.ZH)
    assert (assistant.chosen, assistant.asked) == ([question], [])


async def test_a_first_question_gets_a_session_and_keeps_it(
    client: Client, assistant: FakeAssistant
) -> None:
    first = await post(client, session=None, text="一")
    second = await post(client, session=first["session"], text="二")
    assert first["session"] == second["session"]
    assert len({question.chat for question in assistant.asked}) == 1


@pytest.mark.parametrize("session", ["admin", "", "A" * 400, "身份证" * 8, "\ud800"])
async def test_a_session_that_is_not_ours_is_replaced(client: Client, session: str) -> None:
    answer = await post(client, session=session, text="一")
    assert answer["session"] != session


@pytest.mark.parametrize("language", list(Language))
async def test_a_language_given_reaches_the_core(
    client: Client, assistant: FakeAssistant, language: Language
) -> None:
    await post(client, text="一", language=language.value)
    assert assistant.asked[0].language is language


async def test_the_language_of_a_text_is_left_to_the_core(
    client: Client, assistant: FakeAssistant
) -> None:
    await client.post("/api/chat", json={"text": "护照"}, headers={"Accept-Language": "en"})
    assert assistant.asked[0].language is None


async def test_a_choice_is_in_the_language_of_the_page(
    client: Client, assistant: FakeAssistant
) -> None:
    await client.post("/api/chat", json={"choice": "menu"}, headers={"Accept-Language": "en"})
    assert assistant.chosen[0].language is Language.EN


async def test_the_language_of_the_reply_stands_in_a_header(client: Client) -> None:
    response = await client.post("/api/chat", json={"text": "一"})
    assert response.headers["Content-Language"] == "zh"


@pytest.mark.parametrize("text", ["", "  ", "😀😀", "？！", "证" * 20_000, "\x00", "%s{}${{}}"])
async def test_a_strange_text_is_left_to_the_core(
    client: Client, assistant: FakeAssistant, text: str
) -> None:
    body = json.dumps({"text": text}, ensure_ascii=False).encode()
    response = await client.post("/api/chat", data=body, headers=JSON)
    assert (response.status, assistant.asked[0].text) == (200, text)


async def test_half_a_surrogate_pair_is_replaced_and_a_whole_one_kept(
    client: Client, assistant: FakeAssistant
) -> None:
    body = rb'{"text": "a\ud800b\ud83d\ude00"}'
    response = await client.post("/api/chat", data=body, headers=JSON)
    assert (response.status, assistant.asked[0].text) == (200, "a\ufffdb😀")


@pytest.mark.parametrize(
    "content_type",
    ["application/json; charset=utf-8", "Application/JSON", "application/json;charset=gbk"],
)
async def test_json_may_name_its_charset(client: Client, content_type: str) -> None:
    body = '{"text": "身份证"}'.encode()
    response = await client.post("/api/chat", data=body, headers={"Content-Type": content_type})
    assert response.status == 200


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "x"])
async def test_another_content_type_is_refused(client: Client, content_type: str) -> None:
    status, _ = await refused(client, b'{"text": "a"}', Content_Type=content_type)
    assert status == 415


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'{"text": "a"',
        b"\xff\xfe\xfd",
        b'{"text": ' + b"9" * 5000 + b"}",
        b"[" * 60_000,
        b"[]",
        b"null",
        b'"text"',
        b"NaN",
        b"{}",
        b'{"session": null}',
        b'{"text": null}',
        b'{"text": "a", "choice": "b"}',
        b'{"text": 1}',
        b'{"text": NaN}',
        b'{"text": ["a"]}',
        b'{"choice": {}}',
        b'{"text": "a", "session": 7}',
        b'{"text": "a", "language": 1}',
        b'{"text": "a", "language": "xx"}',
        b'{"text": "a", "language": ""}',
    ],
    ids=lambda body: body[:30].decode(errors="replace"),
)
async def test_what_is_no_question_is_refused_in_both_languages(
    client: Client, assistant: FakeAssistant, body: bytes
) -> None:
    status, error = await refused(client, body)
    assert status == 400
    chinese, _, english = error.partition(" / ")
    assert not chinese.isascii()
    assert english
    assert assistant.asked == []


async def test_unknown_keys_are_ignored(client: Client) -> None:
    await post(client, text="一", id=7, context=["零"])


async def test_the_largest_body_is_answered_and_one_byte_more_refused(client: Client) -> None:
    frame = b'{"text": "%s"}'
    room = 64 * 1024 - len(frame % b"")
    response = await client.post("/api/chat", data=frame % (b"a" * room), headers=JSON)
    assert response.status == 200
    assert (await refused(client, frame % (b"a" * (room + 1))))[0] == 413


async def test_a_body_without_a_length_is_cut_off_too(client: Client) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b" " * 8192

    response = await client.post("/api/chat", data=endless(), headers=JSON)
    assert response.status == 413


async def test_a_small_body_that_would_unpack_to_a_large_one_is_refused(client: Client) -> None:
    bomb = gzip.compress(b" " * 10_000_000)
    status, _ = await refused(client, bomb, Content_Encoding="gzip")
    assert status == 415


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1:1", "http://[", "x", ""]
)
async def test_a_page_of_another_host_is_refused(
    client: Client, assistant: FakeAssistant, origin: str
) -> None:
    status, _ = await refused(client, b'{"text": "a"}', Origin=origin)
    assert (status, assistant.asked) == (403, [])


async def test_our_own_page_is_let_in(client: Client) -> None:
    origin = f"http://127.0.0.1:{client.port}"
    response = await client.post("/api/chat", json={"text": "a"}, headers={"Origin": origin})
    assert response.status == 200


@pytest.mark.parametrize(("site", "status"), [("same-origin", 200), ("cross-site", 403)])
async def test_the_browser_may_say_which_site_a_request_comes_from(
    client: Client, site: str, status: int
) -> None:
    headers = {"Sec-Fetch-Site": site}
    response = await client.post("/api/chat", json={"text": "a"}, headers=headers)
    assert response.status == status


async def test_a_fault_of_the_core_is_an_apology_with_a_reference(
    client: Client, assistant: FakeAssistant, caplog: pytest.LogCaptureFixture
) -> None:
    assistant.replies["我的号码是123"] = RuntimeError("我的号码是123")
    answer = await post(client, text="我的号码是123")
    reference = caplog.records[0].getMessage().rpartition(" ")[2]
    assert answer["outcome"] == "failed"
    assert reference in str(answer["text"])
    assert "123" not in caplog.text


async def test_a_fault_of_the_core_does_not_keep_the_card_from_a_cry_for_help(
    client: Client, assistant: FakeAssistant
) -> None:
    assistant.replies["有人拿刀追我"] = RuntimeError()
    answer = await post(client, text="有人拿刀追我")
    assert [block["kind"] for block in answer["blocks"]] == ["card", "lead"]  # type: ignore[attr-defined]
    assert (answer["outcome"], answer["alert"]) == ("failed", "weapon")


async def test_the_text_is_the_whole_reply_in_plain_words(client: Client) -> None:
    answer = await post(client, text="身份证丢了")
    assert str(answer["text"]).startswith(ANSWER.blocks[0].text)
    assert "1. 多少钱" in str(answer["text"])


async def test_markup_in_an_answer_stays_text(client: Client, assistant: FakeAssistant) -> None:
    assistant.reply = said("<b>{{ 1 }}</b>")
    response = await client.post("/api/chat", json={"text": "a"})
    assert response.content_type == "application/json"
    assert (await response.json())["text"] == "<b>{{ 1 }}</b>"


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "OPTIONS", "TRACE"])
async def test_only_post_is_allowed(client: Client, method: str) -> None:
    response = await client.request(method, "/api/chat")
    assert response.status == 405


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "gzip, gzip"])
async def test_a_packed_body_is_refused(client: Client, encoding: str) -> None:
    headers = {"Content-Type": "application/json", "Content-Encoding": encoding}
    response = await client.post("/api/chat", data=b"\x1f\x8bbroken", headers=headers)
    assert response.status in {400, 415}
