"""`jingwu chat`: a conversation in the terminal."""

import argparse
import asyncio

from bot.commands import Commands, add_content
from bot.commands.ask import open_assistant
from faq.model import Language
from handlers.terminal.talk import Talk


def add(commands: Commands) -> None:
    """Add the command's arguments."""
    parser = commands.add_parser("chat", help="在终端里对话 / talk in the terminal")
    parser.add_argument("--language", choices=[one.value for one in Language])
    add_content(parser)
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Read questions and choice numbers until the end of input."""
    language = Language(options.language) if options.language else None
    talk = Talk(open_assistant(options.content), language)
    print(asyncio.run(talk.greet()))
    while True:
        try:
            line = input("\n> ")
        except EOFError:
            print()
            return 0
        print(asyncio.run(talk.turn(line)))
