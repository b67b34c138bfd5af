"""The commands of ``jingwu``: each module has ``add`` (its arguments) and an act."""

import argparse
import os
from pathlib import Path
from typing import TypeAlias

from faq.catalogue import PACKAGED

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_content(parser: argparse.ArgumentParser) -> None:
    """Add ``--content``: JINGWU_CONTENT, else the packaged tree."""
    default = Path(os.environ.get("JINGWU_CONTENT") or PACKAGED)
    parser.add_argument("--content", type=Path, default=default, help="content folder")
