"""A version tried aside: packed, unpacked, checked, learnt and asked its own questions.

What is here runs in a process of its own (``apart``); it decides, and changes nothing.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from bot.kept import Kept
from bot.knowledge import BadContent, checked, reopen_knowledge
from bot.reload import archive
from bot.reload.apart import Say
from bot.reload.difference import Change, differences
from bot.reload.effects import concerned, helped, removed, reworded
from faq.assembly import Content, load
from faq.assistant import Knowledge
from faq.catalogue import Catalogue
from faq.deciding import SURE
from faq.lint import stolen
from faq.lint.phrasings import placed
from faq.matching.documents import documents, subjects
from faq.matching.matcher import Matcher, key_of
from faq.model import Level, Problem
from faq.questions import check, known_failures, read
from faq.schema.questions import Labelled

_LEARNT_PER_SECOND = 700  # phrasings, at low priority, measured on the shipped content


@dataclass(frozen=True, slots=True)
class Live:
    """What answers now: its version, where it is unpacked, the key of what was learnt, and which of
    the content's questions it helps with (None if they were not all asked).
    """

    version: str
    folder: Path
    key: str
    helped: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """What to try: a folder, or content that was live before and is packed. ``accept`` is a
    version that was refused for its effects and may go live all the same.
    """

    source: Path | bytes
    work: Path
    live: Live | None
    accept: str | None = None

    def accepts(self, version: str) -> bool:
        """Whether the effects of a version are known and wanted."""
        return isinstance(self.source, bytes) or self.accept == version


@dataclass(frozen=True, slots=True)
class Learning:
    """Said when the ways of asking changed, which takes about so many seconds to learn."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Refused:
    """Content that does not go live: problems in it, or effects that somebody must accept (entries
    that are gone, questions that were helped before).
    """

    problems: tuple[Problem, ...] = ()
    version: str | None = None
    removed: tuple[str, ...] = ()
    failing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Built:
    """Content that may go live, and what it changes."""

    live: Live
    packed: bytes
    changes: tuple[Change, ...] = ()


def build(job: Job, say: Say) -> Built | Refused:
    """Try what the job says."""
    try:
        packed = job.source if isinstance(job.source, bytes) else archive.pack(job.source)
    except archive.Unpackable as fault:
        return Refused((fault.problem,))
    folder = archive.unpack(packed, job.work / "staged")
    content = load(folder)
    problems = tuple(check(folder, content.catalogue))
    try:
        catalogue = checked(content, Kept(job.work))
    except BadContent as fault:
        return Refused(tuple(sorted({*fault.problems, *problems})))
    if problems:
        return Refused(problems)
    built = Built(Live(catalogue.version, folder, key_of(catalogue)), packed)
    if job.live is None:
        _matcher(catalogue, job, say)
        return built
    if job.live.version == catalogue.version:
        return built
    built = replace(built, changes=differences(job.live.folder, folder))
    return _tried(job, built, content, say)


def _tried(job: Job, built: Built, content: Content, say: Say) -> Built | Refused:
    """The effects of going live, unless they are accepted unseen."""
    catalogue = content.catalogue
    assert job.live is not None and catalogue is not None  # noqa: S101, PT018 - looked at before
    is_accepted = job.accepts(catalogue.version)
    gone = removed(job.live.folder, catalogue)
    if gone and not is_accepted:
        return Refused(version=catalogue.version, removed=gone)
    knowledge = Knowledge(catalogue, _matcher(catalogue, job, say))
    if is_accepted:
        return built
    told = reworded(placed(catalogue, content.trees), built.changes)
    problems = tuple(stolen.check(catalogue, knowledge.matcher, told, SURE))
    if any(one.level is Level.ERROR for one in problems):
        return Refused(problems)
    return _compared(job.live, built, knowledge, Kept(job.work))


def _compared(live: Live, built: Built, knowledge: Knowledge, kept: Kept) -> Built | Refused:
    """Whether every question that the changes concern is helped as well as before."""
    new = built.live
    questions, _ = read(new.folder)
    again = concerned(questions, built.changes) if new.key == live.key else questions
    still = helped(knowledge, again)
    missed = tuple(one for one in again if one.id not in still | known_failures(new.folder))
    worse = _were_helped(live, missed, (knowledge, kept))
    if worse:
        return Refused(version=new.version, failing=tuple(sorted(worse)))
    asked = {one.id for one in again}
    return replace(built, live=replace(new, helped=_in_all(live.helped, asked, still, questions)))


def _were_helped(
    live: Live, missed: tuple[Labelled, ...], beside: tuple[Knowledge, Kept]
) -> frozenset[str]:
    """Those of the questions that what is live helps with; it is opened only if it is not known."""
    if not missed:
        return frozenset()
    if live.helped is not None:
        return live.helped & {one.id for one in missed}
    return helped(reopen_knowledge(live.folder, *beside), missed)


def _in_all(
    before: frozenset[str] | None,
    asked: Collection[str],
    still: frozenset[str],
    questions: Collection[Labelled],
) -> frozenset[str] | None:
    """The questions helped with in all: of those not asked again it is known if it was before."""
    if len(asked) == len(questions):
        return still
    return None if before is None else before - set(asked) | still


def _matcher(catalogue: Catalogue, job: Job, say: Say) -> Matcher:
    """The matcher of a catalogue; what it had to learn is kept for the process that will answer."""
    kept = Kept(job.work)
    arrays = kept.arrays(key_of(catalogue))
    if arrays is not None:
        return Matcher(catalogue, arrays)
    phrasings = sum(1 for _ in documents(catalogue, subjects(catalogue)))
    say(Learning(1 + phrasings // _LEARNT_PER_SECOND))
    matcher = Matcher(catalogue)
    kept.keep(matcher.learned.arrays())
    if kept.arrays(matcher.learned.key) is None:
        raise OSError("学到的东西存不下,磁盘满了吗? / what was learnt cannot be kept")
    return matcher
