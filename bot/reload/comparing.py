"""The answers of two versions side by side, once the newer one is live; runs in a process of its
own.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.kept import Kept
from bot.knowledge import reopen_knowledge
from bot.reload import trial
from bot.reload.apart import Say
from bot.reload.building import Live
from bot.reload.flips import Flips, Tried, compare
from faq.assistant import Knowledge
from faq.questions import read


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions, and what citizens asked lately (masked)."""

    before: Live
    after: Live
    asked: tuple[str, ...]
    work: Path


def flips(comparison: Comparison, say: Say) -> Flips:  # noqa: ARG001 - nothing to say on the way
    """Every answer that changed: to the content's own questions, and to what citizens asked."""
    labelled, _ = read(comparison.after.folder)
    own = [trial.asked(one) for one in labelled]
    theirs = [trial.Asked(f"asked {at}", text) for at, text in enumerate(comparison.asked)]
    kept = Kept(comparison.work)
    after = reopen_knowledge(comparison.after.folder, None, kept)
    before = reopen_knowledge(comparison.before.folder, after, kept)
    old, new = _ends(before, [*own, *theirs]), _ends(after, [*own, *theirs])
    tried = [
        *(Tried(one.name, one.text, is_own=True) for one in own),
        *(Tried(one.name, one.text, is_own=False) for one in theirs),
    ]
    found = compare(tried, old, new)
    return Flips(comparison.before.version, comparison.after.version, len(tried), found)


def _ends(knowledge: Knowledge, asked: list[trial.Asked]) -> Mapping[str, trial.Ended]:
    replies = asyncio.run(trial.replies(knowledge, asked))
    return {name: trial.ended(reply) for name, reply in replies.items()}
