"""`jingwu schemas`: the JSON Schemas of the content files, for editors, into the content."""

import argparse
from pathlib import Path

from bot.commands import Commands, add_content
from bot.commands.failure import Failure
from faq.schema.editors import FOLDER, schemas


def add(commands: Commands) -> None:
    """Add the command's arguments."""
    parser = commands.add_parser("schemas", help="编辑器提示用的字段说明 / schemas for editors")
    add_content(parser)
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Write them anew."""
    folder: Path = options.content / FOLDER
    try:
        folder.mkdir(exist_ok=True)
        for name, text in schemas().items():
            (folder / f"{name}.json").write_text(text, "utf-8")
    except OSError as error:
        raise Failure(f"写不了 {folder} / cannot be written: {error.strerror}") from None
    print(f"{len(schemas())} 个 / schemas → {folder}")
    return 0
