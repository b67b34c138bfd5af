import pytest
from aiohttp.test_utils import make_mocked_request

from faq.model import Language
from handlers.webchat.language import page_language, preferred, shown


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "zh"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("zh-TW", "zh"),
        ("en-US,en;q=0.9,zh-CN;q=0.8", "en"),
        ("en;q=0.5, zh;q=0.9", "zh"),
        ("ja", "en"),
        ("ru-RU, ru;q=0.9", "en"),
        ("bo, zh-CN;q=0.9", "zh"),
        ("fr, en;q=0.3", "en"),
        ("fr", "zh"),
        ("*", "zh"),
        ("en;q=0", "zh"),
        ("en;q=x", "zh"),
        ("en;q=nan", "zh"),
        (",;=,", "zh"),
    ],
)
def test_the_page_speaks_the_language_that_the_browser_prefers(
    accepted: str, language: str
) -> None:
    assert preferred(accepted) == language


@pytest.mark.parametrize(("query", "language"), [("zh", "zh"), ("en", "en"), ("xx", "en")])
def test_a_chosen_language_wins_over_the_preferred_one(query: str, language: str) -> None:
    request = make_mocked_request("GET", f"/?lang={query}", headers={"Accept-Language": "en"})
    assert page_language(request) == language


@pytest.mark.parametrize(
    ("asked", "written"), [("zh", "zh"), ("zh-Hant", "zh-Hant"), ("en", "en"), ("ja", "en")]
)
def test_a_reply_is_written_in_chinese_or_else_in_english(asked: str, written: str) -> None:
    assert shown(Language(asked)) == written
