"""What going live would do to the answers: entries that are gone, questions no longer helped."""

import asyncio
from pathlib import Path

from bot.reload import trial
from faq.assistant import Knowledge
from faq.catalogue import Catalogue
from faq.questions import known_failures, read

_LEAST_LEFT = 0.8  # of the entries: if more go at once, something went wrong with the files


def removed(live: Path, catalogue: Catalogue) -> tuple[str, ...]:
    """The entries of the live content that are gone, if they are more than a fifth of them."""
    before = {path.stem for path in live.glob("entries/*/*.yaml")}
    gone = before - catalogue.entries.keys()
    is_too_many = len(catalogue.entries) < _LEAST_LEFT * len(before)
    return tuple(sorted(gone)) if is_too_many else ()


def helped(knowledge: Knowledge, folder: Path) -> frozenset[str]:
    """The questions of the content at ``folder`` whose replies help."""
    labelled, _ = read(folder)
    found = asyncio.run(trial.replies(knowledge, map(trial.asked, labelled)))
    return frozenset(one.id for one in labelled if trial.helps(one, found[one.id]))


def failing(folder: Path, before: frozenset[str], now: frozenset[str]) -> tuple[str, ...]:
    """The questions of the content at ``folder`` that were helped with before and are not now, but
    for those that it lists as known failures.
    """
    questions, _ = read(folder)
    asked = {one.id for one in questions}
    return tuple(sorted((before & asked) - now - known_failures(folder)))
