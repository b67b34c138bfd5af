"""The manual's examples, tried one section after the other on a copy of the shipped content."""

import re
import shutil
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.clock import SystemClock
from faq.catalogue import PACKAGED
from tests.manual import Edit, Run, sections

MANUAL = Path(__file__).parents[1] / "docs/manual.md"
_PHRASINGS = re.compile(r"^phrasings:\n(?: .*\n)+", re.MULTILINE)
SECTIONS = dict(sections(MANUAL.read_text("utf-8")))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The shipped content, gone over today. To save time its questions are left out, and most ways
    to ask for entries of categories that the manual does not touch.
    """
    root = tmp_path / "content"
    shutil.copytree(PACKAGED, root, ignore=shutil.ignore_patterns("tests", "unseen", "schemas"))
    sources = root / "catalogue/sources.yaml"
    text = re.sub(r"(?m)^compiled: .*$", f"compiled: {SystemClock().today()}", _read(sources))
    sources.write_text(text, "utf-8")
    for path in root.glob("entries/*/*.yaml"):
        if path.parent.name not in ("identity_card", "campus"):
            name = path.stem
            few = f"phrasings: {{zh: {{fee: [{name} 多少钱]}}, en: {{fee: [price of {name}]}}}}\n"
            path.write_text(_PHRASINGS.sub(few, _read(path)), "utf-8")
    return root


def _read(path: Path) -> str:
    return path.read_text("utf-8")


@pytest.mark.parametrize("title", SECTIONS)
def test_what_the_manual_shows_is_what_happens(
    copy: Path, title: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for step in SECTIONS[title]:
        if isinstance(step, Edit):
            step.make(copy)
        else:
            run(step, copy, capsys)


def run(step: Run, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([*step.words, "--content", str(copy)])
    captured = capsys.readouterr()
    printed = captured.out + captured.err
    assert step.is_printed(printed), f"jingwu {' '.join(step.words)} prints:\n{printed}"


def test_the_manual_shows_every_kind_of_change() -> None:
    assert len(SECTIONS) >= 9


def test_what_differs_from_the_manual_is_noticed() -> None:
    (_, (step,)), *_ = sections("## a\n```console\n$ jingwu check\nx:1:2: error\n…\nend\n```\n")
    assert isinstance(step, Run)
    assert step.is_printed("x:9:9: error\nmore\nend\n")
    assert not step.is_printed("y:9:9: error\nend\n")
    assert not step.is_printed("x:9:9: error\nend\nmore\n")
