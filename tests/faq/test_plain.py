from faq.model import Block, BlockKind, Choice, Language, Link, Outcome, Reply
from faq.plain import block_text, text

LINK = Link("政务网", "https://www.gov.cn")


def test_a_block_is_its_line_its_items_and_its_links() -> None:
    block = Block(BlockKind.WHERE, "在哪办:", ("派出所", "大厅"), (LINK,))
    assert block_text(block) == "在哪办:\n- 派出所\n- 大厅\n政务网 https://www.gov.cn"


def test_a_block_without_a_line_begins_with_its_items() -> None:
    assert block_text(Block(BlockKind.LIST, items=("甲", "乙"))) == "- 甲\n- 乙"


def test_the_links_of_sources_are_not_written_out() -> None:
    assert (
        block_text(Block(BlockKind.SOURCE, "来源:《护照法》", links=(LINK,))) == "来源:《护照法》"
    )


def test_blocks_stand_apart_and_choices_are_numbered_last() -> None:
    blocks = (Block(BlockKind.LEAD, "一"), Block(BlockKind.TEXT, ""), Block(BlockKind.NOTE, "二"))
    choices = (Choice("多少钱", "a"), Choice("在哪办", "b"))
    reply = Reply(Outcome.ANSWERED, blocks, Language.ZH, choices=choices)
    assert text(reply) == "一\n\n二\n\n1. 多少钱\n2. 在哪办"


def test_a_reply_without_choices_ends_with_its_last_block() -> None:
    assert text(Reply(Outcome.NO_MATCH, (Block(BlockKind.LEAD, "一"),), Language.ZH)) == "一"
