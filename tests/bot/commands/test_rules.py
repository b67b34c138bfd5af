from pathlib import Path

import pytest

from bot.__main__ import main
from bot.commands.rules import manual
from faq.lint import RULES

PAGE = Path(__file__).parents[3] / "docs/rules.md"


def test_the_page_of_the_rules_is_current() -> None:
    """Run script/rules-manual after changing a rule's docstring."""
    assert PAGE.read_text("utf-8") == manual()


def test_the_command_prints_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    assert capsys.readouterr().out == manual()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_says_in_both_languages_what_to_do(rule: object) -> None:
    assert "改法:" in (rule.__doc__ or "")
    assert (rule.__doc__ or "").split(":")[0].isascii()
