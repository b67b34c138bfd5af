"""How often the whole assistant is right, on labelled questions; `script/bench accuracy [FILE]`."""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.comparing import compare
from benchmarks.counting import tables
from benchmarks.questions import HELD_BACK, BadLine, Labelled, Sort, read
from benchmarks.report import as_json, as_text
from benchmarks.verdicts import Asked
from bot.clock import SystemClock
from bot.knowledge import BadContent, open_knowledge
from bot.storage.batched import NoJournal
from bot.storage.memory import open_memory
from faq.assistant import Assistant
from faq.catalogue import PACKAGED
from faq.model import Question, Reply


async def ask_all(assistant: Assistant, questions: Sequence[Labelled]) -> list[Asked]:
    """Ask an assistant that remembers no chats every question in one of its own, context turns
    first; a follow-up once more without them.
    """
    asked = []
    for number, one in enumerate(questions):
        reply = await _ask(assistant, f"{number}", (*one.context, one.text))
        alone = None
        if one.kind is Sort.FOLLOW_UP:
            alone = await _ask(assistant, f"{number} alone", (one.text,))
        asked.append(Asked(one, reply, alone))
    return asked


async def _ask(assistant: Assistant, chat: str, turns: Sequence[str]) -> Reply:
    for turn in turns[:-1]:
        await assistant.ask(Question(turn, "benchmark", chat))
    return await assistant.ask(Question(turns[-1], "benchmark", chat))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 0, or 2 where the questions or the content cannot be read."""
    parser = argparse.ArgumentParser(prog="script/bench accuracy", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=HELD_BACK, metavar="FILE")
    parser.add_argument("--json", action="store_true", help="the figures as JSON")
    options = parser.parse_args(arguments)
    try:
        questions, knowledge = read(options.file), open_knowledge(PACKAGED)
    except (OSError, UnicodeDecodeError, BadLine, BadContent) as fault:
        print(fault, file=sys.stderr)
        return 2
    sessions = open_memory(SystemClock()).sessions
    asked = asyncio.run(ask_all(Assistant(knowledge, sessions, NoJournal()), questions))
    measured = (*tables(asked), compare(knowledge, questions))
    version = knowledge.catalogue.version
    if options.json:
        about: dict[str, object] = {"file": options.file.name, "content": version}
        print(as_json(about, measured))
    else:
        print(f"{options.file.name}, content {version}\n\n{as_text(measured)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
