"""getUpdates: hands out what waits, forgets what was asked beyond."""

import asyncio
import json

from tests.fake_telegram.methods import ApiError, Parameters
from tests.fake_telegram.store import Json, Store

_MAX_BATCH = 100


class Polls:
    """One poll at a time; a second ends the first."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._latest = 0

    async def get(self, given: Parameters) -> list[Json]:
        """The updates that wait, once there are any or the time is up."""
        self._latest += 1
        mine = self._latest
        await self._store.tell()
        self._forget(int(given.get("offset", 0)))
        limit = min(int(given.get("limit", _MAX_BATCH)), _MAX_BATCH)
        async with self._store.news:
            try:
                async with asyncio.timeout(float(given.get("timeout", 0))):
                    await self._store.news.wait_for(
                        lambda: self._store.waiting or mine != self._latest
                    )
            except TimeoutError:
                pass
        if mine != self._latest:
            raise ApiError(
                409,
                "Conflict: terminated by other getUpdates request; make sure that "
                "only one bot instance is running",
            )
        return self._store.waiting[:limit]

    def _forget(self, offset: int) -> None:
        waiting = self._store.waiting
        if offset < 0:
            del waiting[:offset]
        elif offset:
            # As in Telegram, later means later in the queue: numbers may begin anew.
            numbers = [one["update_id"] for one in waiting]
            if offset - 1 in numbers:
                del waiting[: numbers.index(offset - 1) + 1]
            else:
                waiting[:] = [one for one in waiting if _number(one) >= offset]


def allowed(given: Parameters) -> frozenset[str]:
    """The kinds of update a bot asks for; empty for all."""
    return frozenset(json.loads(given.get("allowed_updates", "[]")))


def _number(update: Json) -> int:
    number = update["update_id"]
    return number if isinstance(number, int) else 0
