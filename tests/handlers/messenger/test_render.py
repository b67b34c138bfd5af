import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faq.model import Block, BlockKind, Choice, Language, Link, Outcome, Reply
from handlers.messenger.render import LIMIT, fixed, render, units
from tests.fake_telegram.markup import visible


def html(*blocks: Block) -> str:
    parts = render(Reply(Outcome.ANSWERED, blocks, Language.ZH)).parts
    assert len(parts) == 1
    return parts[0].html


def test_each_kind_of_block_has_its_look() -> None:
    assert html(
        Block(BlockKind.LEAD, "补办身份证"),
        Block(BlockKind.LIST, "带什么:", ("户口簿", "照片")),
        Block(BlockKind.HEADING, "在哪办"),
        Block(BlockKind.NOTE, "以窗口为准"),
        Block(BlockKind.SOURCE, "来源:居民身份证法"),
    ) == (
        "<b>补办身份证</b>\n\n带什么:\n• 户口簿\n• 照片\n\n<b>在哪办</b>\n\n以窗口为准\n\n"
        "<i>来源:居民身份证法</i>"
    )


def test_an_emergency_card_is_a_message_of_its_own_without_buttons() -> None:
    blocks = (Block(BlockKind.CARD, "请马上打 110\n先躲开"), Block(BlockKind.LEAD, "补办"))
    menu = (Choice("分类", "menu"),)
    rendered = render(Reply(Outcome.ANSWERED, blocks, Language.ZH, choices=menu))
    assert [part.html for part in rendered.parts] == [
        "<b>请马上打 110</b>\n先躲开",
        "<b>补办</b>",
    ]
    assert rendered.keyboard
    alone = render(Reply(Outcome.EMERGENCY, blocks[:1], Language.ZH, choices=menu))
    assert (len(alone.parts), alone.keyboard) == (1, ())


def test_what_content_and_users_wrote_is_escaped() -> None:
    assert html(Block(BlockKind.TEXT, "<b>&amp; a<b")) == "&lt;b&gt;&amp;amp; a&lt;b"


def test_a_link_stands_on_a_line_of_its_own() -> None:
    note = Block(BlockKind.NOTE, "网上:", links=(Link("政务网", 'https://a.gov.cn/?x=1&y="2"'),))
    assert html(note) == ('网上:\n<a href="https://a.gov.cn/?x=1&amp;y=&quot;2&quot;">政务网</a>')


def test_a_title_in_the_text_becomes_the_link() -> None:
    links = (Link("乙法", "https://b.gov.cn/"), Link("甲法", "https://a.gov.cn/"))
    assert html(Block(BlockKind.SOURCE, "来源:《甲法》、《乙法》", links=links)) == (
        '<i>来源:《<a href="https://a.gov.cn/">甲法</a>》、'
        '《<a href="https://b.gov.cn/">乙法</a>》</i>'
    )


@pytest.mark.parametrize("url", ["javascript:alert(1)", "tg://resolve", "data:text/html,x"])
def test_only_web_addresses_become_links(url: str) -> None:
    assert "href" not in html(Block(BlockKind.WHERE, "看这里", links=(Link("看", url),)))


def test_plain_text_keeps_the_address_of_a_link() -> None:
    block = Block(BlockKind.NOTE, "网上:", links=(Link("政务网", "https://a.gov.cn/"),))
    (part,) = render(Reply(Outcome.ANSWERED, (block,), Language.ZH)).parts
    assert part.plain == "网上:\n政务网 (https://a.gov.cn/)"


def test_where_something_is_done_online_is_a_button_above_the_others() -> None:
    where = Block(BlockKind.WHERE, "网上:", links=(Link("政务网", "https://a.gov.cn/"),))
    choices = (Choice("分类", "menu"),)
    rendered = render(Reply(Outcome.ANSWERED, (where,), Language.ZH, choices=choices))
    first, second = (row[0] for row in rendered.keyboard)
    assert (first.text, first.url, second.code) == (
        "🔗 政务网",
        "https://a.gov.cn/",
        "menu",
    )
    assert [part.plain for part in rendered.parts] == ["网上:"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "tg://resolve", "data:text/html,x"])
def test_only_web_addresses_become_buttons(url: str) -> None:
    where = Block(BlockKind.WHERE, "看这里", links=(Link("看", url),))
    assert render(Reply(Outcome.ANSWERED, (where,), Language.ZH)).keyboard == ()


def test_what_to_bring_has_boxes_to_tick() -> None:
    assert html(Block(BlockKind.CHECKLIST, "要带的:", ("户口簿",))) == "要带的:\n☐ 户口簿"


def test_a_half_of_a_surrogate_pair_is_replaced() -> None:
    (part,) = fixed("a\ud800b").parts
    assert part.html == "a\ufffdb"


def test_long_replies_are_split_between_paragraphs() -> None:
    blocks = tuple(Block(BlockKind.TEXT, letter * 3000) for letter in "甲乙")
    parts = render(Reply(Outcome.ANSWERED, blocks, Language.ZH)).parts
    assert [part.plain for part in parts] == ["甲" * 3000, "乙" * 3000]


def test_a_long_paragraph_is_split_between_lines() -> None:
    parts = fixed("\n".join(["甲" * 1500] * 3)).parts
    assert [part.plain.count("\n") for part in parts] == [1, 0]


def test_a_long_line_is_split_after_a_sentence() -> None:
    first, second = fixed("甲" * 3000 + "。" + "乙" * 3000).parts
    assert first.plain.endswith("。")
    assert second.plain == "乙" * 3000


def test_an_entity_is_never_split() -> None:
    parts = fixed("&" * 3000).parts
    assert "".join(visible(part.html) for part in parts) == "&" * 3000


def test_an_empty_reply_has_no_parts() -> None:
    assert render(Reply(Outcome.ANSWERED, (), Language.ZH)).parts == ()


_TEXT = st.text(st.sampled_from("甲乙a<>&\"'。 \n😀é\ud800"), max_size=20) | st.text(max_size=20)
_LONG = st.builds(lambda text, times: text * times, _TEXT, st.integers(1, 600))
_LINKS = st.lists(st.builds(Link, _TEXT, st.just("https://a.gov.cn/?a=1&b=2")), max_size=2)
_BLOCKS = st.lists(
    st.builds(
        Block,
        st.sampled_from(BlockKind),
        _LONG,
        st.lists(_TEXT, max_size=3).map(tuple),
        _LINKS.map(tuple),
    ),
    max_size=4,
)


@settings(deadline=None, max_examples=60)
@given(_BLOCKS)
def test_every_part_is_taken_by_telegram_and_nothing_is_lost(blocks: list[Block]) -> None:
    parts = render(Reply(Outcome.ANSWERED, tuple(blocks), Language.ZH)).parts
    seen = "".join(visible(part.html) for part in parts)
    for part in parts:
        assert 0 < units(part.html) <= LIMIT
        assert units(part.plain) <= LIMIT
    for letter in "甲乙😀<&":
        said = "".join(block.text + "".join(block.items) for block in blocks)
        assert seen.count(letter) >= said.count(letter)
