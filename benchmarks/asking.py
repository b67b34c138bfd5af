"""Questions at a steady rate, whatever the answers take, and what came of them."""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import cycle
from time import perf_counter

import aiohttp
import numpy as np


@dataclass(slots=True)
class Tally:
    """What came of questions: how long each took, what failed, the texts of each version."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    texts: defaultdict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))

    @property
    def mixed(self) -> list[tuple[str, str]]:
        """Questions that one version answered in more than one way."""
        return [asked for asked, texts in self.texts.items() if len(texts) > 1]

    @property
    def versions(self) -> set[str]:
        """The versions that answered."""
        return {version for _, version in self.texts}

    def milliseconds(self, percent: float) -> float:
        """A percentile of how long answers took."""
        return float(np.percentile(np.array(self.seconds), percent)) * 1000


async def ask(web: aiohttp.ClientSession, text: str, tally: Tally) -> None:
    """Ask one question, as a new visitor."""
    start = perf_counter()
    try:
        async with web.post("/api/chat", json={"text": text}) as answer:
            found = await answer.json()
            if answer.status != 200 or found["outcome"] == "failed":
                tally.errors.append(f"{answer.status} {text}")
            tally.texts[text, found["version"]].add(found["text"])
    except (aiohttp.ClientError, TimeoutError) as error:
        tally.errors.append(f"{type(error).__name__} {text}")
    tally.seconds.append(perf_counter() - start)


async def ask_on(
    web: aiohttp.ClientSession, texts: Sequence[str], per_second: float, end: asyncio.Event
) -> Tally:
    """Ask the texts in turn at a steady rate until the end."""
    tally, tasks = Tally(), set()
    begun, texts_on = perf_counter(), cycle(texts)
    for number, text in enumerate(texts_on):
        if end.is_set():
            break
        await asyncio.sleep(max(0.0, begun + number / per_second - perf_counter()))
        task = asyncio.create_task(ask(web, text, tally))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
    await asyncio.gather(*tasks)
    return tally
