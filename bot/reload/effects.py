"""What going live would do to the answers: entries that are gone, questions no longer helped."""

import asyncio
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from bot.reload import trial
from bot.reload.difference import Change
from faq.assistant import Knowledge
from faq.catalogue import Catalogue
from faq.lint.phrasings import Placed
from faq.schema.questions import Labelled

_LEAST_LEFT = 0.8  # of the entries: if more go at once, something went wrong with the files
_FACT = re.compile(r"items\[(\w+)\]\.")


def removed(live: Path, catalogue: Catalogue) -> tuple[str, ...]:
    """The entries of the live content that are gone, if they are more than a fifth of them."""
    before = {path.stem for path in live.glob("entries/*/*.yaml")}
    gone = before - catalogue.entries.keys()
    is_too_many = len(catalogue.entries) < _LEAST_LEFT * len(before)
    return tuple(sorted(gone)) if is_too_many else ()


def concerned(questions: tuple[Labelled, ...], changes: Iterable[Change]) -> tuple[Labelled, ...]:
    """The questions that changes may concern where the ways of asking stayed: those about an entry
    whose facts or answers changed; all, if anything else did.
    """
    entries = {_entry(change) for change in changes}
    if None in entries:
        return questions
    return tuple(one for one in questions if entries & set(one.entries))


def reworded(phrasings: Iterable[Placed], changes: Iterable[Change]) -> Iterator[Placed]:
    """Those of the phrasings that are new."""
    changed = tuple(changes)
    files = {one.file for one in changed if not one.path}
    texts = {(one.file, one.after) for one in changed if one.path.startswith("phrasings.")}
    for one in phrasings:
        if one.tree.path in files or (one.tree.path, one.text) in texts:
            yield one


def helped(knowledge: Knowledge, questions: Iterable[Labelled]) -> frozenset[str]:
    """The questions whose replies help."""
    labelled = tuple(questions)
    found = asyncio.run(trial.replies(knowledge, map(trial.asked, labelled)))
    return frozenset(one.id for one in labelled if trial.helps(one, found[one.id]))


def _entry(change: Change) -> str | None:
    """The entry that a change is about; None if it may be about any."""
    if change.file.startswith("entries/") and change.path.startswith("answers."):
        return PurePath(change.file).stem
    fact = _FACT.match(change.path) if change.file.startswith("catalogue/") else None
    return fact[1] if fact else None
