"""New content from the folder or from the versions kept: tried aside, then swapped in one step."""

import asyncio
import gc
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bot.kept import Kept
from bot.knowledge import reopen_knowledge
from bot.reload import archive
from bot.reload.apart import Crashed, Say, apart
from bot.reload.building import Built, Job, Learning, Live, Refused, build
from bot.reload.merging import Merging
from bot.reload.result import Result, Status, Wish
from bot.reload.wording import summary
from faq.assistant import Knowledge
from faq.ports import ContentStore

_log = logging.getLogger(__name__)
_LONGEST = 3600.0  # seconds; the shipped content takes five minutes, on a busy machine ten and more


@dataclass(frozen=True, slots=True)
class Places:
    """Where the content is edited, and where what is made of it is kept."""

    content: Path
    work: Path

    @property
    def staged(self) -> Path:
        """Where content is unpacked that is tried or live."""
        return self.work / "staged"


@dataclass(frozen=True, slots=True)
class Standing:
    """What answers now, and the number it is kept under; ``passed_over`` is the content in the
    folder that a rollback passes over.
    """

    live: Live | None = None
    knowledge: Knowledge | None = None
    number: int | None = None
    passed_over: str | None = None


@dataclass(frozen=True, slots=True)
class Hooks:
    """What happens elsewhere: the trial, the swap itself, and who is told of it."""

    build: Callable[[Job, Say], Awaitable[Built | Refused]]
    swap: Callable[[Knowledge], None]
    tell: Callable[[Wish, Result | Learning], None]
    went_live: Callable[[Live | None, Live], frozenset[Path]]


async def built_apart(job: Job, hear: Say) -> Built | Refused:
    """The trial, in a process of its own."""
    return await apart(build, job, seconds=_LONGEST, hear=hear)


class Reloader:
    """Brings new content live, one at a time; what answers meanwhile is never touched."""

    def __init__(
        self, places: Places, standing: Standing, store: ContentStore, hooks: Hooks
    ) -> None:
        self.standing = standing
        self._places = places
        self._store = store
        self._hooks = hooks
        self._merging = Merging(self._reload, _preferred)

    async def reload(self, wish: Wish) -> Result:
        """Try what is wished for; says which version is live afterwards, and why."""
        return await self._merging(wish)

    async def begin(self, opening: Callable[[], Awaitable[Standing]]) -> None:
        """Take what is opened as what answers; wishes wait for it."""

        async def begin() -> None:
            self.standing = await opening()
            if self.standing.knowledge:
                self._hooks.swap(self.standing.knowledge)

        await self._merging.alone(begin)

    async def close(self) -> None:
        """End what is being tried."""
        await self._merging.close()

    async def _reload(self, wish: Wish) -> Result:
        result = await self._result(wish)
        _log.info("reload by %s: %s, version %s", wish.who, result.status, result.version)
        self._hooks.tell(wish, result)
        return result

    async def _result(self, wish: Wish) -> Result:
        if wish.number is None and await asyncio.to_thread(self._is_live):
            return self._ended(Status.UNCHANGED)
        source = await self._source(wish)
        if source is None:
            return self._ended(Status.UNKNOWN)
        job = Job(source, self._places.work, self.standing.live, wish.accept)
        try:
            built = await self._hooks.build(job, lambda said: self._hooks.tell(wish, said))
            if isinstance(built, Built):
                return await self._take(wish, built)
        except Crashed as fault:
            return replace(self._ended(Status.CRASHED), note=str(fault))
        return replace(self._ended(Status.REFUSED), refused=built)

    def _is_live(self) -> bool:
        """Whether the folder holds, letter for letter, what is live: then nothing need be tried."""
        live = self.standing.live
        try:
            found = archive.fingerprint(self._places.content)
        except archive.Unpackable:
            return False
        return live is not None and live.folder.name == found

    async def _source(self, wish: Wish) -> Path | bytes | None:
        if wish.number is None:
            return self._places.content
        return await self._store.tree(wish.number)

    async def _take(self, wish: Wish, built: Built) -> Result:
        standing = self.standing
        if wish.number is None and built.live.version == standing.passed_over:
            return self._ended(Status.HELD)
        if standing.live and standing.live.version == built.live.version:
            return self._ended(Status.UNCHANGED)
        if wish.only_try:
            return replace(self._ended(Status.PASSED), changes=built.changes)
        with _uncollected():
            knowledge = await asyncio.to_thread(
                reopen_knowledge, built.live.folder, standing.knowledge, Kept(self._places.work)
            )
            self._hooks.swap(knowledge)
        passed_over = _passed_over(standing, built.live.version) if wish.number else None
        number = await self._keep(wish, built, passed_over)
        self.standing = Standing(built.live, knowledge, number, passed_over)
        in_use = self._hooks.went_live(standing.live, built.live)
        archive.clear(self._places.staged, in_use | {built.live.folder})
        return replace(self._ended(Status.LIVE), changes=built.changes)

    async def _keep(self, wish: Wish, built: Built, passed_over: str | None) -> int:
        said = summary(built.changes)
        number = wish.number
        if number is None:
            number = await self._store.keep(built.live.version, wish.who, said, built.packed)
        await self._store.went_live(number, passed_over)
        what = "reload" if wish.number is None else "rollback"
        await self._store.note(wish.who, what, f"#{number} {built.live.version} {said}")
        return number

    def _ended(self, status: Status) -> Result:
        live = self.standing.live
        return Result(status, live.version if live else None, self.standing.number)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without collections of garbage: while much is made that stays, each would hold up answers."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _passed_over(before: Standing, after: str) -> str | None:
    """The content of the folder that a rollback passes over, unless it is the content itself."""
    if before.live is None:
        return None
    in_folder = before.passed_over or before.live.version
    return in_folder if in_folder != after else None


def _preferred(waiting: Wish, wish: Wish) -> Wish:
    """The last wish stands, but that files changed does not undo a rollback that waits."""
    return waiting if waiting.number is not None and wish.number is None else wish
