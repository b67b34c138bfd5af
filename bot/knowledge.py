"""Content from a folder, checked, into knowledge an assistant can be given."""

import io
import logging
import os
import zipfile
import zlib
from pathlib import Path

import numpy as np

from faq.assistant import Knowledge
from faq.catalogue import load
from faq.lint import lint
from faq.matching.learned import Arrays, learned_key
from faq.matching.matcher import Matcher
from faq.model import Level, Problem

KEPT = Path("var/matcher.npz")
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
    file that is missing, damaged or from other content only costs that time.
    """
    content = load(folder)
    problems = lint(content)
    if content.catalogue is None or any(one.level is Level.ERROR for one in problems):
        raise BadContent(problems)
    arrays = _read(kept)
    matcher = Matcher(content.catalogue, arrays)
    if arrays is None or matcher.learned.key != learned_key(arrays):
        _write(kept, matcher.learned.arrays())
    return Knowledge(content.catalogue, matcher)


def _read(file: Path) -> Arrays | None:
    try:
        stored = np.load(io.BytesIO(file.read_bytes()), allow_pickle=False)
        return {name: stored[name] for name in stored.files}
    except (OSError, ValueError, EOFError, AttributeError, zipfile.BadZipFile, zlib.error):
        return None


def _write(file: Path, arrays: Arrays) -> None:
    beside = file.with_suffix(f".{os.getpid()}.npz")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        np.savez(beside, allow_pickle=False, **arrays)
        beside.replace(file)
    except OSError as error:
        _log.warning("cannot keep what was learnt in %s: %s", file, error)
