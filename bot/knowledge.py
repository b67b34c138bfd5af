"""Content from a folder, checked, into knowledge an assistant can be given."""

import io
import logging
import os
import zipfile
import zlib
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from faq.assistant import Knowledge
from faq.catalogue import Catalogue, Content, load
from faq.lint import lint
from faq.matching.learned import Arrays, learned_key
from faq.matching.matcher import Matcher, key_of
from faq.model import Level, Problem

KEPT = Path("var/matcher.npz")
_RULES = 1  # raise it when a rule of the check changes, so that all content is checked again
_FEW = 50  # entries that are learnt here in less time than another process takes to start
_log = logging.getLogger(__name__)


class BadContent(Exception):
    """Content with errors; carries every problem found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        errors = [str(one) for one in problems if one.level is Level.ERROR]
        shown = "\n".join(errors[:20])
        super().__init__(
            f"内容有 {len(errors)} 处错误,改好后再运行(jingwu check 列出全部) / "
            f"the content has {len(errors)} errors:\n{shown}"
        )


def open_knowledge(folder: Path, kept: Path = KEPT) -> Knowledge:
    """Load, check and index the content at ``folder``; raises BadContent.

    What was learnt from the content is kept in a file, so that the next start takes less time; a
    file that is missing, damaged or from other content only costs that time. Learning much is done
    in a process of its own: its memory is given back.
    """
    content = load(folder)
    _check(content, kept.with_suffix(".checked"))
    assert content.catalogue is not None  # noqa: S101 - what cannot be read does not pass the check
    arrays = _read(kept)
    if arrays is None or learned_key(arrays) != key_of(content.catalogue):
        arrays = _learnt(folder, content.catalogue)
        _write(kept, arrays)
    return Knowledge(content.catalogue, Matcher(content.catalogue, arrays))


def _check(content: Content, passed: Path) -> None:
    """Raise BadContent unless ``content`` is sound; what passed last time is not checked again."""
    version = f"{_RULES} {content.catalogue.version}" if content.catalogue else ""
    if version and _text(passed) == version:
        return
    problems = lint(content)
    if content.catalogue is None or any(one.level is Level.ERROR for one in problems):
        raise BadContent(problems)
    _keep(passed, lambda beside: beside.write_text(version, "utf-8"))


def _learnt(folder: Path, catalogue: Catalogue) -> Arrays:
    if len(catalogue.entries) < _FEW:
        return Matcher(catalogue).learned.arrays()
    with ProcessPoolExecutor(1, get_context("spawn")) as processes:
        try:
            return processes.submit(_learn, folder).result()
        except BrokenExecutor:
            _log.warning("learning the content in a process of its own failed; learning it here")
            return Matcher(catalogue).learned.arrays()


def _learn(folder: Path) -> Arrays:
    catalogue = load(folder).catalogue
    if catalogue is None:  # it was changed since it was checked
        raise BadContent(load(folder).problems)
    return Matcher(catalogue).learned.arrays()


def _read(file: Path) -> Arrays | None:
    try:
        stored = np.load(io.BytesIO(file.read_bytes()), allow_pickle=False)
        return {name: stored[name] for name in stored.files}
    except (OSError, ValueError, EOFError, AttributeError, zipfile.BadZipFile, zlib.error):
        return None


def _write(file: Path, arrays: Arrays) -> None:
    def save(beside: Path) -> None:
        with beside.open("wb") as out:
            np.savez(out, allow_pickle=False, **arrays)

    _keep(file, save)


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _keep(file: Path, write: Callable[[Path], object]) -> None:
    """Have ``file`` written whole or not at all; that it cannot be is only said."""
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write(beside)
        beside.replace(file)
    except OSError as error:
        _log.warning("cannot keep what was learnt in %s: %s", file, error)
