"""The labelled questions that come with the content, read whole or not at all."""

from pathlib import Path

from faq.catalogue import Loader
from faq.model import Problem
from faq.schema.questions import KnownFailures, Labelled, QuestionFile

KNOWN_FAILURES = "tests/_known_failures.yaml"


def read(root: Path) -> tuple[tuple[Labelled, ...], tuple[Problem, ...]]:
    """The questions below ``root``/tests in order of file and line, and what is wrong with them."""
    loader = Loader(root)
    files = list(loader.folder("tests/[!_]*.yaml", QuestionFile))
    seen: dict[str, str] = {}
    for name, file in files:
        for at, one in enumerate(file.questions):
            if one.id in seen:
                where = ("questions", at, "id")
                message = f"编号 {one.id} 在 {seen[one.id]} 里用过了 / this id is used already"
                loader.report(name, where, "questions", message)
            seen[one.id] = name
    for at, name in enumerate(_known(loader)):
        if name not in seen:
            message = f"没有编号为 {name} 的问题 / there is no question of this id"
            loader.report(KNOWN_FAILURES, ("known_failures", at), "questions", message)
    return tuple(one for _, file in files for one in file.questions), tuple(loader.problems)


def known_failures(root: Path) -> frozenset[str]:
    """The ids of the questions that need not be answered well; there may be no such list."""
    return frozenset(_known(Loader(root)))


def _known(loader: Loader) -> tuple[str, ...]:
    if not (loader.root / KNOWN_FAILURES).exists():
        return ()
    record = loader.file(KNOWN_FAILURES, KnownFailures)
    return record.known_failures if record else ()
