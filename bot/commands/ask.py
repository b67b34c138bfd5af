"""`jingwu ask`: one question, or many as JSON lines, answered on standard output."""

import argparse
import asyncio
import sys
from functools import partial
from pathlib import Path

from bot.clock import SystemClock
from bot.commands import Commands, add_content
from bot.commands.failure import Failure
from bot.knowledge import BadContent, open_knowledge
from bot.storage.batched import NoJournal
from bot.storage.memory import open_memory
from faq.assistant import Assistant
from faq.model import Language, Question
from faq.plain import text
from handlers.terminal.explain import explain
from handlers.terminal.jsonl import answer_line, as_json


def add(commands: Commands) -> None:
    """Add the command's arguments."""
    parser = commands.add_parser("ask", help="问一个问题 / ask a question")
    parser.add_argument("question", nargs="?", help="what to ask")
    parser.add_argument(
        "--jsonl", action="store_true", help="questions as JSON lines on standard input"
    )
    parser.add_argument("--json", action="store_true", help="the answer as one JSON object")
    parser.add_argument("--explain", action="store_true", help="show what was matched and why")
    parser.add_argument("--language", choices=[one.value for one in Language])
    add_content(parser)
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Answer; journal nothing."""
    if options.jsonl == (options.question is not None):
        raise Failure(
            '请给一个问题,或者用 --jsonl / give one question: jingwu ask "身份证丢了怎么补办"'
        )
    assistant = open_assistant(options.content)
    if options.jsonl:
        return asyncio.run(_lines(assistant))
    return asyncio.run(_one(assistant, options))


def open_assistant(folder: Path) -> Assistant:
    """An assistant that remembers nothing beyond this process."""
    sessions = open_memory(SystemClock()).sessions
    try:
        return Assistant(open_knowledge(folder), sessions, NoJournal())
    except BadContent as fault:
        raise Failure(str(fault)) from None


async def _one(assistant: Assistant, options: argparse.Namespace) -> int:
    language = Language(options.language) if options.language else None
    reply = await assistant.ask(Question(options.question, "ask", "ask", language))
    if options.json:
        print(as_json(None, reply))
    else:
        print(text(reply))
    if options.explain:
        print("\n" + explain(reply, partial(assistant.words, options.question)))
    return 0


async def _lines(assistant: Assistant) -> int:
    for number, line in enumerate(sys.stdin, 1):
        if line.strip():
            print(await answer_line(assistant, line, number), flush=True)
    return 0
