from pathlib import Path

import pytest

from faq.assembly import load
from faq.build import drafts
from faq.lint import lint
from tests import content


def filled(text: str) -> str:
    """A draft with what people would write in its blanks."""
    for blank, said in (
        ("【待填:事项名称】", "居住证补办"),
        ("【待填:英文名称】", "Residence permit replacement"),
        ("【待填:人们怎么叫它】", "补居住证"),
        ("【待填:什么人、什么情况能办,一行一条】", "居住证丢了或坏了"),
        ("【待填:要带什么,一行一条】", "本人居民身份证"),
        ("【待填:在窗口怎么办,一行一条】", "填表,核对身份"),
        ("【待填:多久办好】", "15日"),
        ("【待填:多少钱;不收钱写免费】", "20元"),
        ("【待填:哪个文件规定的】", "居住证暂行条例"),
        ("【待填:哪部法第几条】", "居住证暂行条例第十条"),
        ("FILL_IN  # 来源的代号,在 sources.yaml 里", "L_ID"),
        ("【待填:这个来源说明了什么】", "收费"),
        ("【待填:人们会怎么问,一行一种,越多越好】", "居住证没了咋补"),
        ("【待填:how people ask in English】", "lost residence permit"),
        ("【待填:先一句话回答,数字写成引用】", "到{where.tier}补,收{fee.amount}。"),
        ("【待填:the same in English】", "Ask at: {where.tier}; it costs {fee.amount}."),
        ("【待填:这类事叫什么】", "水费"),
        ("【待填:its name in English】", "Water bills"),
        ("【待填:归谁管,去哪问】", "水费由自来水公司管,打12345问。"),
        ("【待填:whose business it is, whom to ask】", "Ask the water company, or call 12345."),
        ("【待填:人们会怎么问,一行一种】", "水费交多少"),
        ("【待填:反问的话】", "要办哪一种?"),
        ("【待填:what is asked back】", "Which of these?"),
        ("【待填:最可能的条目编号】", "card_lost"),
        ("【待填:另一个条目编号】", "card_check"),
        ("【待填:说得太笼统的问法,一行一种】", "证的事"),
    ):
        text = text.replace(blank, said)
    return text


def put(tree: Path, name: str, text: str) -> None:
    (tree / name).write_text(text, "utf-8")


def faults(tree: Path) -> list[str]:
    return [str(problem) for problem in lint(load(tree))]


def test_an_entry_passes_the_check_once_its_blanks_are_filled(tree: Path) -> None:
    listed = (tree / content.ITEMS).read_text("utf-8")
    put(tree, content.ITEMS, filled(drafts.with_item(listed, "permit_lost", "2026-11-29")))
    put(tree, "entries/identity_card/permit_lost.yaml", filled(drafts.entry("permit_lost")))
    assert faults(tree) == []


@pytest.mark.parametrize("kind", ["referral", "clarification"])
def test_other_drafts_pass_the_check_once_their_blanks_are_filled(tree: Path, kind: str) -> None:
    draft = drafts.referral if kind == "referral" else drafts.clarification
    put(tree, f"{kind}s/water.yaml", filled(draft("water")))
    assert faults(tree) == []


def test_every_blank_is_reported_by_itself(tree: Path) -> None:
    draft = drafts.referral("water")
    put(tree, "referrals/water.yaml", draft)
    blanks = [fault for fault in faults(tree) if ": error blanks: 【待填:" in fault]
    assert len(blanks) == draft.count(drafts.BLANK)


def test_what_stood_in_the_catalogue_stays_to_the_letter(tree: Path) -> None:
    listed = (tree / content.ITEMS).read_text("utf-8")
    assert drafts.with_item(listed, "x", "2026-11-29").startswith(listed.removesuffix("# 完\n"))
