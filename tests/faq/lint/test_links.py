import json
import re
from pathlib import Path

import pytest

from faq.addresses import addresses, hostile
from faq.assembly import load
from faq.catalogue import Catalogue
from faq.lint import lint
from tests import content
from tests.faq.lint.conftest import Faults

_LINES = Path(__file__).with_name("hostile_links.txt").read_text("utf-8").splitlines()
HOSTILE = [re.sub(r"\\u(\w{4})", lambda code: chr(int(code[1], 16)), line) for line in _LINES]
_URL = '"https://gat.ln.gov.cn"'


def quoted(text: str) -> str:
    """A text as YAML in double quotes."""
    return json.dumps(text, ensure_ascii=True)


def refused(tree: Path, name: str) -> bool:
    return any(one.path == name and one.rule in ("links", "letters") for one in lint(load(tree)))


def test_there_are_more_than_sixty_hostile_links() -> None:
    assert len(set(HOSTILE)) >= 60


@pytest.mark.parametrize("url", HOSTILE, ids=_LINES)
def test_a_hostile_link_is_refused_as_a_channel(tree: Path, url: str) -> None:
    content.damage(tree, content.SOURCES, _URL, quoted(url))
    assert refused(tree, content.SOURCES)


@pytest.mark.parametrize("url", HOSTILE, ids=_LINES)
def test_a_hostile_link_is_refused_in_an_answer(tree: Path, url: str) -> None:
    content.damage(
        tree, content.LOST, '"补领收费{fee.amount}。"', quoted("可以网上办。" + url + "。再来领。")
    )
    assert refused(tree, content.LOST)


@pytest.mark.parametrize(
    "text",
    [
        "打开 https://gat.ln.gov.cn 办理",
        "打开gat.ln.gov.cn。办好了再来",
        "在 www.gov.cn/law 上看",
        "下载辽宁公安APP。再登录",
        "e.g. a passport, i.e. yours",
        "3.5元。No.1",
        "时间:8.30到11.30。",
        "your data: name and address",
    ],
)
def test_a_listed_host_and_ordinary_dots_are_fine(tree: Path, text: str) -> None:
    content.damage(tree, "referrals/bank.yaml", "银行卡由银行办理。", quoted(text))
    assert not refused(tree, "referrals/bank.yaml")


def test_a_channel_named_by_another_site_than_it_opens_is_refused(
    tree: Path, faults: Faults
) -> None:
    content.damage(tree, "phrases/zh.yaml", "  GAT: ", "  GAT: www.gov.cn\n  X: ")
    assert faults() == [f"{content.place(tree, 'phrases/zh.yaml', 'GAT: www')}: error links"]


def test_a_source_that_would_be_a_hostile_link_is_refused(tree: Path, faults: Faults) -> None:
    content.damage(tree, content.SOURCES, "https://www.gov.cn/law", "https://www.gov.cn:1/law")
    place = content.place(tree, content.SOURCES, 'url: "https://www.gov.cn:1/law')
    assert faults() == [f"{place}: error links"]


@pytest.mark.parametrize("host", ["*.gov.cn", "bit.ly", "gov.cn.evil.com", "gat-ln-gov.cn"])
def test_a_host_that_should_not_be_listed_is_refused(tree: Path, faults: Faults, host: str) -> None:
    content.damage(tree, "hosts.yaml", '"www.gov.cn"', f'"www.gov.cn", "{host}"')
    assert [fault.partition(": ")[2] for fault in faults()] == ["error links"]


def test_a_listed_host_that_is_no_government_site_is_a_warning(tree: Path, faults: Faults) -> None:
    content.damage(tree, "hosts.yaml", '"www.gov.cn"', '"www.gov.cn", "www.12306.cn"')
    assert [fault.partition(": ")[2] for fault in faults()] == ["warning links"]


def test_no_address_that_the_shipped_content_shows_is_hostile(shipped: Catalogue) -> None:
    urls = [one.url for one in shipped.channels.values() if one.url]
    urls += [one.url for one in shipped.sources.values() if one.url and one.show_url_to_user]
    assert (len(urls) > 20, [url for url in urls if hostile(url)]) == (True, [])


def test_an_address_is_found_without_the_punctuation_behind_it() -> None:
    assert list(addresses("见gat.ln.gov.cn。(或 www.gov.cn/a?b=1)")) == [
        "gat.ln.gov.cn",
        "www.gov.cn/a?b=1",
    ]
