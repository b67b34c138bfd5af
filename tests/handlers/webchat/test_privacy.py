from dataclasses import replace

import pytest

from faq.model import Outcome
from tests.handlers.webchat.conftest import Client
from tests.handlers.webchat.fakes import FakeAssistant, phrases, said
from tests.handlers.webchat.pages import get, post


@pytest.mark.parametrize("path", ["/", "/about", "/?lang=en", "/about?lang=en"])
async def test_every_page_can_be_left_at_once_by_a_plain_link(client: Client, path: str) -> None:
    page = await get(client, path)
    (link,) = [link for link in page.all("a") if link.get("id") == "leave"]
    assert (link["href"], link["rel"]) == ("https://www.gov.cn/", "noreferrer")
    assert phrases("en" if "en" in path else "zh")["leave"] in page.text


async def test_clearing_the_chat_by_the_form_ends_the_session(
    client: Client, assistant: FakeAssistant
) -> None:
    first = await client.post("/", data={"text": "一"})
    response = await client.post("/", data={"choice": "forget", "text": ""})
    (chosen,) = assistant.chosen
    assert chosen.chat == f"web:{first.cookies['jingwu_session'].value}"
    assert response.cookies["jingwu_session"].value == ""
    await post(client, text="二")
    assert assistant.asked[1].chat != chosen.chat


async def test_a_chat_that_could_not_be_cleared_keeps_its_session(
    client: Client, assistant: FakeAssistant
) -> None:
    await post(client, text="一")
    assistant.reply = replace(said("没能删除"), outcome=Outcome.FAILED)
    await post(client, choice="forget", text="")
    await post(client, text="二")
    assert assistant.asked[1].chat == assistant.chosen[0].chat


@pytest.mark.parametrize("path", ["/about", "/about?lang=en"])
async def test_the_about_page_says_what_is_kept_and_how_to_delete_it(
    client: Client, path: str
) -> None:
    page = await get(client, path)
    texts = phrases("en" if "en" in path else "zh")
    for name in ("privacy_kept", "privacy_not_kept", "privacy_delete"):
        for line in texts[name].splitlines():
            assert line.removeprefix("- ") in page.text
