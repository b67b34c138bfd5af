"""The labelled questions that come with the content, read whole or not at all.

``tests`` are asked at every change. ``unseen`` are those that no phrasing was written for: how
often they are answered rightly is how often people's will be, so the borders are fitted on them.

测试问题:`tests/` 和 `unseen/` 里每个问题的编号不重复,期望的条目或转介必须存在。规则名:`questions`。
改法:核对编号;条目改了名就把这里也改过来。
"""

from collections.abc import Iterator
from pathlib import Path

from faq.catalogue import Catalogue
from faq.loader import Loader
from faq.model import Problem
from faq.schema.questions import KnownFailures, Labelled, QuestionFile

TESTS, UNSEEN = "tests", "unseen"
KNOWN_FAILURES = "tests/_known_failures.yaml"


def read(root: Path, *folders: str) -> tuple[tuple[Labelled, ...], tuple[Problem, ...]]:
    """The questions in ``folders`` (``tests``) of a content in order of file and line, and what is
    wrong with them.
    """
    loader, files = _read(root, *folders or (TESTS,))
    return tuple(one for _, file in files for one in file.questions), tuple(loader.problems)


def check(root: Path, catalogue: Catalogue | None) -> Iterator[Problem]:
    """Yield what is wrong with all questions of a content: also, if the content can be read,
    entries that they expect and that are not there.
    """
    loader, files = _read(root, TESTS, UNSEEN)
    yield from loader.problems
    for name, file in files if catalogue else ():
        for at, one in enumerate(file.questions):
            for place, entry in enumerate(one.entries):
                if catalogue and not _is_topic(catalogue, entry):
                    where = ("questions", at, "entries", place)
                    message = f"没有条目 {entry} / there is no such entry"
                    yield loader.trees[name].problem(where, "questions", message)


def _is_topic(catalogue: Catalogue, name: str) -> bool:
    return name in catalogue.entries or name in catalogue.referrals


def _read(root: Path, *folders: str) -> tuple[Loader, list[tuple[str, QuestionFile]]]:
    loader = Loader(root)
    files = [file for name in folders for file in loader.folder(f"{name}/[!_]*.yaml", QuestionFile)]
    seen: dict[str, str] = {}
    for name, file in files:
        for at, one in enumerate(file.questions):
            if one.id in seen:
                where = ("questions", at, "id")
                message = f"编号 {one.id} 在 {seen[one.id]} 里用过了 / this id is used already"
                loader.report(name, where, "questions", message)
            seen[one.id] = name
    for at, name in enumerate(_known(loader) if TESTS in folders else ()):
        if name not in seen:
            message = f"没有编号为 {name} 的问题 / there is no question of this id"
            loader.report(KNOWN_FAILURES, ("known_failures", at), "questions", message)
    return loader, files


def known_failures(root: Path) -> frozenset[str]:
    """The ids of the questions that need not be answered well; there may be no such list."""
    return frozenset(_known(Loader(root)))


def _known(loader: Loader) -> tuple[str, ...]:
    if not loader.has(KNOWN_FAILURES):
        return ()
    record = loader.file(KNOWN_FAILURES, KnownFailures)
    return record.known_failures if record else ()
