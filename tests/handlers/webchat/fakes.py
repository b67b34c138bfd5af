"""An assistant that answers from a list and remembers what it was asked; a clock that is set."""

from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import yaml

from faq.model import Block, BlockKind, Choice, Language, Link, Outcome, Question, Reply, Source

_PHRASES = Path(__file__).parents[3] / "faq" / "content" / "phrases"

ANSWER = Reply(
    Outcome.ANSWERED,
    (
        Block(BlockKind.LEAD, "身份证丢了可以补领,异地也能办。"),
        Block(BlockKind.TEXT, "带户口簿到任一派出所。"),
        Block(BlockKind.LIST, "要带:", items=("户口簿", "相片回执")),
        Block(BlockKind.WHERE, "在哪办:派出所", links=(Link("政务网", "https://www.gov.cn/a"),)),
        Block(BlockKind.SOURCE, "来源:《居民身份证法》"),
    ),
    Language.ZH,
    entry="id_card_lost",
    choices=(Choice("多少钱", "f:id_card_lost:fee"),),
    sources=(Source("居民身份证法", "2011-10-29", "https://www.gov.cn/law"), Source("内部目录")),
    version="v7",
)


@dataclass
class FakeClock:
    """A clock that stands still until it is set."""

    time: float = 1_000_000.0

    def now(self) -> float:
        return self.time


@dataclass
class FakeAssistant:
    """Answers everything with ``reply``; a text in ``replies`` has its own, an error is raised."""

    reply: Reply = ANSWER
    replies: dict[str, Reply | Exception] = field(default_factory=dict)
    asked: list[Question] = field(default_factory=list)
    chosen: list[Question] = field(default_factory=list)
    phrases: dict[str, str] = field(default_factory=dict)
    version: str = "v7"

    async def ask(self, question: Question) -> Reply:
        self.asked.append(question)
        return self._reply(question)

    async def choose(self, question: Question) -> Reply:
        self.chosen.append(question)
        return self._reply(question)

    def phrase(self, name: str, language: Language, **values: object) -> str:
        if name in self.phrases:
            return self.phrases[name]
        return phrases(language.text)[name].format(**values)

    def _reply(self, question: Question) -> Reply:
        reply = self.replies.get(question.text, self.reply)
        if isinstance(reply, Exception):
            raise reply
        return reply


def said(text: str) -> Reply:
    """A reply whose first line is ``text``."""
    return replace(ANSWER, blocks=(Block(BlockKind.LEAD, text),), choices=(), sources=())


@cache
def phrases(language: str) -> dict[str, str]:
    """The fixed texts of the content, so that a phrase that is missing there fails here."""
    read = yaml.safe_load((_PHRASES / f"{language}.yaml").read_text(encoding="utf-8"))
    texts: dict[str, str] = read["texts"]
    return texts
