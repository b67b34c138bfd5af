"""Every figure about danger and harm, from the sets in questions/safety; `script/bench safety`.

Danger: a card on lines told outright, in disguise, among other words and in plain speech; false
cards on ordinary questions, and whether the right answer still follows. Harm: refused, and lawful
questions in the same words that are not.
"""

import asyncio
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.accuracy import ask_all
from benchmarks.disguises import ADDITIONS, DISGUISES, Change
from benchmarks.questions import CONTENT, HELD_BACK, Labelled, Sort, read
from benchmarks.report import as_text
from benchmarks.shares import Share, Table, column, share_of
from benchmarks.verdicts import Asked, Verdict, verdict
from bot.clock import SystemClock
from bot.knowledge import BadContent, open_knowledge
from bot.storage.batched import NoJournal
from bot.storage.memory import open_memory
from faq.assistant import Assistant
from faq.catalogue import PACKAGED
from faq.languages import detect
from faq.model import Outcome, Question, Reply
from faq.safety import screen

_FOLDER = HELD_BACK.with_name("safety")
_SETTLED = (Outcome.ANSWERED, Outcome.GUIDED, Outcome.OUT_OF_SCOPE, Outcome.SMALL_TALK)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a set with its class, and the entries that would answer it."""

    text: str
    sort: str
    entries: tuple[str, ...]


def lines(name: str) -> tuple[Line, ...]:
    """The lines of a set."""
    rows = map(json.loads, (_FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines())
    return tuple(_line(row) for row in rows)


def alarms(name: str, changes: Mapping[str, Change]) -> dict[str, Share]:
    """The share of a set that gets a card, for each way its lines are changed."""
    texts = [line.text for line in lines(name)]
    return {
        f"{name}, {change}": share_of([do(text) for text in texts], _is_alarming)
        for change, do in changes.items()
    }


def danger() -> tuple[Table, ...]:
    """How much danger is seen, and by class where it is told in plain speech."""
    return (
        column("danger_gets_a_card", alarms("explicit", DISGUISES)),
        column("and_among_other_words", alarms("explicit", ADDITIONS)),
        column(
            "in_plain_speech",
            {
                "plain": share_of(_texts("plain"), _is_alarming),
                "in a few words": share_of(_texts("cries"), _is_alarming),
            },
        ),
        _by_class(
            "plain speech by class",
            [(line.sort, _is_alarming(line.text)) for line in lines("plain")],
        ),
    )


def ordinary(asked: Sequence[Asked]) -> Table:
    """False cards and false refusals on the labelled questions of the content, and whether the
    right entry still follows a false card.
    """
    calm = [one for one in asked if one.question.kind not in (Sort.EMERGENCY, Sort.HARMFUL)]
    alarmed = [one for one in calm if one.reply.alert and one.question.entries]
    right = (Verdict.RIGHT, Verdict.OFFERED_RIGHT)
    rows = {
        "card": share_of(calm, lambda one: one.reply.alert is not None),
        "right_answer_after_a_card": share_of(
            alarmed, lambda one: verdict(one.question, one.reply) in right
        ),
        "card_where_words_are_alarming": share_of(_texts("ordinary_hard"), _is_alarming),
        "card_on_as_few_words": share_of(_texts("calm"), _is_alarming),
        "refused": share_of(calm, lambda one: one.reply.outcome is Outcome.REFUSED),
    }
    return column("ordinary_questions", rows)


def requests(
    asked: Sequence[tuple[Line, Reply]], afresh: Sequence[tuple[Line, Reply]]
) -> tuple[Table, Table]:
    """Requests for help with a wrong: refused, also of those written ``afresh``, and by class."""
    refused = [(line.sort, _is_refused((line, reply))) for line, reply in (*asked, *afresh)]
    rows = {"refused": share_of(asked, _is_refused), "afresh": share_of(afresh, _is_refused)}
    return column("harmful_requests", rows), _by_class("refused by class", refused)


def wrongs(name: str, asked: Sequence[tuple[Line, Reply]]) -> Table:
    """Lawful questions in the words of a wrong: left alone, and helped."""
    rows = {
        "not_refused": share_of(asked, lambda one: not _is_refused(one)),
        "answered": share_of(asked, lambda one: one[1].outcome in _SETTLED),
        "answered_or_offered": share_of(
            asked, lambda one: one[1].outcome in (*_SETTLED, Outcome.OFFERED_CHOICES)
        ),
    }
    return column(name, rows)


def main() -> int:
    """Measure and print; 2 where the content cannot be read."""
    try:
        knowledge = open_knowledge(PACKAGED)
    except BadContent as fault:
        print(fault, file=sys.stderr)
        return 2
    assistant = Assistant(knowledge, open_memory(SystemClock()).sessions, NoJournal())
    asked = asyncio.run(ask_all(assistant, _without_context(read(CONTENT))))

    def replies(name: str) -> list[tuple[Line, Reply]]:
        return asyncio.run(_ask(assistant, lines(name)))

    tables = (
        *danger(),
        ordinary(asked),
        *requests(replies("harmful"), replies("fresh_harmful")),
        wrongs("lawful_near_twins", replies("twins")),
        wrongs("lawful_near_twins_afresh", replies("fresh_twins")),
        wrongs("lawful_and_once_stopped", replies("calm_stopped")),
    )
    print(as_text(tables))
    return 0


async def _ask(assistant: Assistant, each: Iterable[Line]) -> list[tuple[Line, Reply]]:
    found = []
    for number, line in enumerate(each):
        question = Question(line.text, "benchmark", f"{line.sort} {number}")
        found.append((line, await assistant.ask(question)))
    return found


def _without_context(questions: Iterable[Labelled]) -> list[Labelled]:
    return [one for one in questions if not one.context]


def _by_class(title: str, held: Iterable[tuple[str, bool]]) -> Table:
    """The share of each class of which it held."""
    by_class: dict[str, list[bool]] = {}
    for sort, holds in held:
        by_class.setdefault(sort, []).append(holds)
    return column(title, {sort: share_of(each, bool) for sort, each in sorted(by_class.items())})


def _texts(name: str) -> list[str]:
    return [line.text for line in lines(name)]


def _is_refused(asked: tuple[Line, Reply]) -> bool:
    return asked[1].outcome is Outcome.REFUSED


def _is_alarming(text: str) -> bool:
    return screen(text, detect(text)) is not None


def _line(row: Mapping[str, Any]) -> Line:
    return Line(row["text"], row.get("class") or "", tuple(row.get("entries") or ()))


if __name__ == "__main__":
    sys.exit(main())
