"""The command line: one module a command, each adds its arguments and runs."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version

from bot.commands.failure import Failure
from bot.commands.register import additions


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit status."""
    parser = argparse.ArgumentParser(
        prog="jingwu", description="警务助手 / police-service assistant"
    )
    parser.add_argument("--version", action="version", version=f"jingwu {_version()}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for add in additions(sys.argv[1:] if arguments is None else arguments):
        add(commands)
    options = parser.parse_args(arguments)
    _speak_utf8()
    try:
        return int(options.act(options))
    except Failure as failure:
        print(f"jingwu: {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read our answers stopped; nothing is left to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _speak_utf8() -> None:
    """Read and write UTF-8 whatever the locale; bytes that are none end no command."""
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "replace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def _version() -> str:
    try:
        return version("jingwu-assistant")
    except PackageNotFoundError:
        return "0"


if __name__ == "__main__":
    sys.exit(main())
