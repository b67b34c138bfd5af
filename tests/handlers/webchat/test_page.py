from dataclasses import replace

import pytest

from faq.model import Alert, Block, BlockKind, Choice, Language, Link, Question
from tests.handlers.webchat.conftest import Client
from tests.handlers.webchat.fakes import ANSWER, FakeAssistant, phrases, said
from tests.handlers.webchat.pages import Page, get, post
from tests.handlers.webchat.payloads import HOSTILE

ZH = phrases("zh")


async def test_the_page_says_what_to_do_in_danger_with_numbers_to_call(client: Client) -> None:
    page = await get(client)
    calls = [link["href"] for link in page.all("a") if str(link["href"]).startswith("tel:")]
    assert calls == ["tel:110", "tel:119", "tel:120"]
    assert ZH["not_emergency"] in page.text


async def test_the_page_offers_three_examples_and_the_menu(client: Client) -> None:
    buttons = (await get(client)).all("button")
    assert [button.get("name") for button in buttons] == ["example"] * 3 + ["choice"] * 2 + [None]
    assert [button["value"] for button in buttons[3:5]] == ["menu", "forget"]


async def test_the_question_field_has_a_label_and_a_bound(client: Client) -> None:
    page = await get(client)
    (field,) = page.all("textarea")
    assert (field["id"], field["name"], field["maxlength"]) == ("question", "text", "4096")
    assert page.all("label") == [{"for": "question"}]


async def test_the_page_needs_nothing_from_elsewhere_and_nothing_inline(client: Client) -> None:
    page = await get(client)
    for tag, attributes in page.tags:
        assert tag != "style"
        assert "style" not in attributes
        assert not any(name.startswith("on") for name in attributes)
    addresses = [tag.get("src") or tag["href"] for tag in page.all("link") + page.all("script")]
    assert len(addresses) == 4
    assert all(str(address).startswith("/static/") for address in addresses)


@pytest.mark.parametrize(("path", "lang"), [("/", "zh-CN"), ("/?lang=en", "en")])
async def test_the_page_names_its_language(client: Client, path: str, lang: str) -> None:
    assert (await get(client, path)).all("html") == [{"lang": lang}]


async def test_the_page_speaks_english_to_an_english_browser(client: Client) -> None:
    response = await client.get("/", headers={"Accept-Language": "en-GB,en;q=0.9"})
    assert phrases("en")["not_emergency"] in Page(await response.text()).text


@pytest.mark.parametrize(("path", "other"), [("/", "en"), ("/about?lang=en", "zh")])
async def test_the_other_language_is_one_press_away(client: Client, path: str, other: str) -> None:
    links = (await get(client, path)).all("a")
    assert [link["href"] for link in links if "hreflang" in link] == [f"?lang={other}"]


async def test_a_posted_question_comes_back_with_its_answer(
    client: Client, assistant: FakeAssistant
) -> None:
    page = await post(client, text="身份证丢了")
    assert assistant.asked[0].text == "身份证丢了"
    for shown in (
        "身份证丢了",
        "身份证丢了可以补领,异地也能办。",
        "户口簿",
        "来源:《居民身份证法》",
    ):
        assert shown in page.text


async def test_links_of_an_answer_tell_the_other_site_nothing(client: Client) -> None:
    page = await post(client, text="身份证丢了")
    link = [link for link in page.all("a") if str(link["href"]).startswith("http")][-1]
    assert (link["href"], link["rel"]) == ("https://www.gov.cn/a", "noopener noreferrer")


async def test_choices_are_buttons_of_the_same_form(client: Client) -> None:
    page = await post(client, text="身份证丢了")
    assert page.all("button")[0] == {"name": "choice", "value": "f:id_card_lost:fee"}
    assert len(page.all("form")) == 1


async def test_choices_are_a_group_that_a_screen_reader_names(client: Client) -> None:
    page = await post(client, text="身份证丢了")
    (group,) = [tag for tag in page.all("div") if tag.get("class") == "choices"]
    assert (group["role"], group["aria-label"]) == ("group", ZH["web_choices"])


async def test_what_was_asked_is_written_in_its_own_direction(client: Client) -> None:
    page = await post(client, text="فقدت جواز سفري")
    (asked,) = [tag for tag in page.all("p") if tag.get("class") == "question"]
    assert (asked["dir"], page.all("textarea")[0]["dir"]) == ("auto", "auto")


async def test_a_pressed_choice_is_chosen_in_the_language_of_its_answer(
    client: Client, assistant: FakeAssistant
) -> None:
    await post(client, choice="f:id_card_lost:fee", text="", language="en")
    (chosen,) = assistant.chosen
    assert (chosen.text, chosen.language) == ("f:id_card_lost:fee", Language.EN)


async def test_a_changed_language_field_falls_back_to_the_page(
    client: Client, assistant: FakeAssistant
) -> None:
    await post(client, choice="menu", language="<script>")
    assert assistant.chosen[0].language is Language.ZH


async def test_a_pressed_example_is_asked(client: Client, assistant: FakeAssistant) -> None:
    await post(client, example="办护照多少钱", text="")
    assert assistant.asked[0].text == "办护照多少钱"


@pytest.mark.parametrize("text", ["", " ", "😀", "证" * 7_000])
async def test_a_strange_text_is_left_to_the_core(
    client: Client, assistant: FakeAssistant, text: str
) -> None:
    await post(client, text=text)
    assert assistant.asked[0].text == text


async def test_an_empty_question_is_answered_in_the_language_of_the_page(
    client: Client, assistant: FakeAssistant
) -> None:
    await client.post("/?lang=en", data={"text": ""})
    assert assistant.asked[0].language is Language.EN


async def test_the_session_is_a_cookie_out_of_reach_of_scripts(
    client: Client, assistant: FakeAssistant
) -> None:
    response = await client.post("/", data={"text": "一"})
    cookie = response.cookies["jingwu_session"]
    assert (cookie["httponly"], cookie["samesite"], cookie["secure"]) == (True, "Strict", "")
    assert assistant.asked == [Question("一", "web", f"web:{cookie.value}")]


async def test_the_session_goes_on_with_the_next_question(
    client: Client, assistant: FakeAssistant
) -> None:
    await post(client, text="一")
    await post(client, text="二")
    assert len({question.chat for question in assistant.asked}) == 1


async def test_a_cookie_that_is_not_ours_is_replaced(
    client: Client, assistant: FakeAssistant
) -> None:
    response = await client.post("/", data={"text": "一"}, cookies={"jingwu_session": "admin"})
    assert response.cookies["jingwu_session"].value != "admin"
    assert assistant.asked[0].chat != "web:admin"


async def test_looking_at_the_page_sets_no_cookie(client: Client) -> None:
    assert not (await client.get("/")).cookies


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("id_card_lost", "e:id_card_lost:o"),
        ("id_card_lost-fee", "e:id_card_lost:f"),
        ("id_card_lost-nonsense", "e:id_card_lost:o"),
        ("x" * 99, "menu"),
    ],
)
async def test_a_link_opens_the_page_with_its_answer(
    client: Client, assistant: FakeAssistant, link: str, code: str
) -> None:
    page = await get(client, f"/?lang=en&e={link}")
    assert [(one.text, one.language) for one in assistant.chosen] == [(code, Language.EN)]
    assert page.all("article")


async def test_a_page_with_an_answer_says_which_session_goes_on(client: Client) -> None:
    (form,) = (await get(client, "/?e=id_card_lost")).all("form")
    (cookie,) = client.session.cookie_jar
    assert form["data-session"] == cookie.value
    (empty,) = (await get(client)).all("form")
    assert empty["data-session"] == ""


async def test_what_to_bring_can_be_ticked_and_is_never_sent(
    client: Client, assistant: FakeAssistant
) -> None:
    block = Block(BlockKind.CHECKLIST, "要带的:", ("户口簿", "相片"))
    assistant.reply = replace(ANSWER, blocks=(block,))
    boxes = [one for one in (await post(client, text="x")).all("input") if one["type"] != "hidden"]
    assert boxes == [{"type": "checkbox"}] * 2


async def test_nothing_of_an_earlier_question_is_shown_again(client: Client) -> None:
    await post(client, text="我的秘密")
    assert "我的秘密" not in (await get(client)).text


async def test_an_emergency_card_is_said_at_once_and_before_the_answer(
    client: Client, assistant: FakeAssistant
) -> None:
    card = Block(BlockKind.CARD, "请马上打 110\n想找人说说,打12356")
    blocks = (card, *said("先躲开").blocks)
    assistant.reply = replace(ANSWER, blocks=blocks, alert=Alert.SUICIDE)
    page = await post(client, text="打我")
    bubbles = [part for part in page.tags if str(part[1].get("class")).startswith("answer")]
    assert [(name, parts.get("role")) for name, parts in bubbles] == [
        ("div", "alert"),
        ("article", None),
    ]
    assert page.text.index("想找人说说") < page.text.index("先躲开")
    calls = [link["href"] for link in page.all("a") if str(link["href"]).startswith("tel:")]
    assert calls[3:] == ["tel:110", "tel:12356"]


async def test_a_fault_of_the_core_is_an_apology(client: Client, assistant: FakeAssistant) -> None:
    assistant.replies["一"] = RuntimeError()
    assert "抱歉" in (await post(client, text="一")).text


@pytest.mark.parametrize("path", ["/about", "/about?lang=en"])
async def test_the_about_page_says_what_this_is_and_is_not(client: Client, path: str) -> None:
    page = await get(client, path)
    texts = phrases("en" if "en" in path else "zh")
    for name in ("about", "privacy", "not_emergency", "web_sources"):
        assert texts[name] in page.text
    assert "v7" in page.text


async def test_a_page_of_another_host_is_refused(client: Client, assistant: FakeAssistant) -> None:
    headers = {"Origin": "https://evil.example"}
    response = await client.post("/", data={"text": "a"}, headers=headers)
    assert (response.status, assistant.asked) == (403, [])
    assert ZH["web_other_origin"] in await response.text()


@pytest.mark.parametrize(("site", "status"), [("same-origin", 200), ("cross-site", 403)])
async def test_a_form_without_a_named_origin_is_judged_by_its_site(
    client: Client, site: str, status: int
) -> None:
    """Browsers name the origin of our own form ``null`` because of our no-referrer policy."""
    headers = {"Origin": "null", "Sec-Fetch-Site": site}
    response = await client.post("/", data={"text": "a"}, headers=headers)
    assert response.status == status


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b"text=" + b"a" * 65_536, "application/x-www-form-urlencoded", 413),
        (b"", "application/x-www-form-urlencoded", 400),
        (b"other=1", "application/x-www-form-urlencoded", 400),
        (b"&".join([b"text=a"] * 100), "application/x-www-form-urlencoded", 400),
        (b'{"text": "a"}', "application/json", 415),
        (b"--x\r\n\r\n", "multipart/form-data; boundary=x", 415),
    ],
)
async def test_what_is_no_form_comes_back_as_a_page_that_says_why(
    client: Client, body: bytes, content_type: str, status: int
) -> None:
    response = await client.post("/", data=body, headers={"Content-Type": content_type})
    assert response.status == status
    assert Page(await response.text()).all("article")


async def test_bytes_that_are_no_text_are_replaced(
    client: Client, assistant: FakeAssistant
) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    response = await client.post("/", data=b"text=a%FF%ED%A0%80\xff", headers=headers)
    assert response.status == 200
    assistant.asked[0].text.encode()


@pytest.mark.parametrize("hostile", HOSTILE)
async def test_a_hostile_question_stays_text(client: Client, hostile: str) -> None:
    """Asked or answered, it adds no tag and no attribute to the page."""
    plain = await post(client, text="x")
    page = await post(client, text=hostile)
    assert page.tags == plain.tags
    assert hostile.strip() in page.text


@pytest.mark.parametrize("hostile", HOSTILE)
async def test_hostile_content_stays_text(
    client: Client, assistant: FakeAssistant, hostile: str
) -> None:
    """In every place where content is shown."""
    fill(assistant, "x")
    plain = await post(client, text="x")
    fill(assistant, hostile)
    page = await post(client, text="x")
    assert names(page) == names(plain)
    assert page.text.count(hostile) == plain.text.count("x") - 1


def fill(assistant: FakeAssistant, text: str) -> None:
    """Make every text that the assistant says ``text``."""
    links = (Link(text, f"https://www.gov.cn/{text}"),)
    blocks = tuple(Block(kind, text, (text,), links) for kind in BlockKind)
    assistant.reply = replace(ANSWER, blocks=blocks, choices=(Choice(text, text),))
    assistant.phrases = dict.fromkeys(ZH, text)


def names(page: Page) -> list[tuple[str, list[str]]]:
    """The tags and attributes of a page without their values."""
    return [(tag, list(attributes)) for tag, attributes in page.tags]
