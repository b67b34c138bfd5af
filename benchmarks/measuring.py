"""One size of our search beside rapidfuzz over the same texts: build, memory and times."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from time import perf_counter

from rapidfuzz import fuzz, process

from benchmarks.scaled import resized, texts
from benchmarks.timing import Time, peak_megabytes, timed, timed_async
from bot.clock import SystemClock
from bot.storage.batched import NoJournal
from bot.storage.memory import open_memory
from faq.assembly import load
from faq.assistant import Assistant, Knowledge
from faq.catalogue import PACKAGED
from faq.matching.matcher import Matcher
from faq.model import Question, Reply
from faq.normalise import canonical

SEARCH = "ours: Matcher.search"


@dataclass(frozen=True, slots=True)
class Measured:
    """One size: what building takes, and what every search takes, by its name.

    ``megabytes`` is the peak of the process once built and asked, before the peers; libraries and
    content are in it.
    """

    phrasings: int
    shipped: bool
    build_seconds: float
    megabytes: float | None
    times: Mapping[str, Time]


def measure(size: int | None, questions: Sequence[str]) -> Measured:
    """Learn ``size`` phrasings, None for as many as are shipped, and time every search."""
    catalogue = load(PACKAGED).catalogue
    if catalogue is None:
        raise ValueError("内容有错误 / the content has errors: jingwu check")
    if size is not None:
        catalogue = resized(catalogue, size)
    start = perf_counter()
    knowledge = Knowledge(catalogue, Matcher(catalogue))
    seconds = perf_counter() - start
    ours = {
        SEARCH: timed(knowledge.matcher.search, questions),
        "ours: Assistant.ask": asyncio.run(_whole(knowledge, questions)),
    }
    megabytes, of = peak_megabytes(), texts(catalogue)
    return Measured(len(of), size is None, seconds, megabytes, {**ours, **_peers(of, questions)})


async def _whole(knowledge: Knowledge, questions: Sequence[str]) -> Time:
    sessions = open_memory(SystemClock()).sessions
    assistant = Assistant(knowledge, sessions, NoJournal())
    chats = count()

    async def ask(text: str) -> Reply:
        return await assistant.ask(Question(text, "benchmark", f"{next(chats)}"))

    return await timed_async(ask, questions)


def _peers(of: Sequence[str], questions: Sequence[str]) -> dict[str, Time]:
    known = [canonical(text) for text in of]

    def likest(scorer: Callable[..., float]) -> Callable[[str], object]:
        return lambda question: process.extractOne(canonical(question), known, scorer=scorer)

    return {
        "rapidfuzz ratio": timed(likest(fuzz.ratio), questions),
        "rapidfuzz WRatio": timed(likest(fuzz.WRatio), questions),
    }
