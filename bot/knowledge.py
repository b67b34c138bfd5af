"""Content from a folder, checked, into knowledge an assistant can be given."""

import logging
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from bot.kept import Kept
from bot.memory import give_back
from faq.assembly import Content, load
from faq.assistant import Knowledge
from faq.catalogue import Catalogue
from faq.lint import lint, words
from faq.matching.learned import Arrays
from faq.matching.matcher import Matcher, key_of
from faq.model import Level, Problem

RULES = 2  # raise it when a rule of the check changes, so that all content is checked again
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


class Unlearnt(Exception):
    """Content that is sound, but must be learnt first, which takes long; says which folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


def open_knowledge(folder: Path, kept: Kept | None = None, *, at_once: bool = False) -> Knowledge:
    """Load, check and index the content at ``folder``; raises BadContent and, if it is wanted
    ``at_once`` and learning it takes long, Unlearnt.

    What the files were read as and what was learnt from them is kept, so that the next start takes
    less time; what is missing, damaged or from other content only costs that time. Learning much is
    done in a process of its own: its memory is given back.
    """
    kept = kept or Kept()
    catalogue = _loaded(folder, kept)
    key = key_of(catalogue)
    arrays = kept.arrays(key)
    if arrays is None:
        if at_once and len(catalogue.entries) >= _FEW:
            raise Unlearnt(folder)
        arrays = _learnt(folder, catalogue)
        kept.keep(arrays)
    knowledge = Knowledge(catalogue, Matcher(catalogue, arrays, key))
    give_back()
    return knowledge


def _loaded(folder: Path, kept: Kept) -> Catalogue:
    """The content at ``folder``, checked; what was kept of its files is let go of."""
    known = kept.files()
    catalogue = load(folder, known).catalogue
    if catalogue is None or not kept.has_passed(_version(catalogue)):
        catalogue = checked(load(folder), kept)
    letters = {name: read.letters for name, read in known.items()}
    if any(letters.get(name) != read.letters for name, read in catalogue.files.items()):
        kept.keep_files(catalogue.files)
    return catalogue


def reopen_knowledge(folder: Path, before: Knowledge | None, kept: Kept) -> Knowledge:
    """The knowledge of a folder that was checked and learnt, quickly: files that are as they were
    ``before`` are not read again, and if the words are the same, what was learnt is shared. Raises
    BadContent if it was not checked.
    """
    catalogue = load(folder, before.catalogue.files if before else None).catalogue
    if catalogue is None:
        raise BadContent(load(folder).problems)
    key = key_of(catalogue)
    if before is not None and before.matcher.learned.key == key:
        return Knowledge(catalogue, Matcher(catalogue, before.matcher.learned, key))
    return Knowledge(catalogue, Matcher(catalogue, kept.arrays(key), key))


def checked(content: Content, kept: Kept) -> Catalogue:
    """The catalogue of sound ``content``; raises BadContent. What passed before passes, and how
    people ask is not looked at again where it is as in content that passed.
    """
    catalogue = content.catalogue
    if catalogue is None:
        raise BadContent(lint(content))
    version = _version(catalogue)
    if kept.has_passed(version):
        return catalogue
    said = f"{RULES} words {words(catalogue, content.trees)}"
    problems = lint(content, has_known_words=kept.has_passed(said))
    if any(one.level is Level.ERROR for one in problems):
        raise BadContent(problems)
    kept.note_passed(version, said)
    return catalogue


def _version(catalogue: Catalogue) -> str:
    return f"{RULES} {catalogue.version}"


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
