"""The labelled questions that come with the content, read whole or not at all."""

from pathlib import Path

from faq.catalogue import Loader
from faq.model import Problem
from faq.schema.questions import Labelled, QuestionFile


def read(root: Path) -> tuple[tuple[Labelled, ...], tuple[Problem, ...]]:
    """The questions below ``root``/tests in order of file and line, and what is wrong with them."""
    loader = Loader(root)
    files = list(loader.folder("tests/*.yaml", QuestionFile))
    seen: dict[str, str] = {}
    for name, file in files:
        for at, one in enumerate(file.questions):
            if one.id in seen:
                where = ("questions", at, "id")
                message = f"编号 {one.id} 在 {seen[one.id]} 里用过了 / this id is used already"
                loader.report(name, where, "questions", message)
            seen[one.id] = name
    return tuple(one for _, file in files for one in file.questions), tuple(loader.problems)
