"""Posting updates to a webhook the way Telegram does: in order, again and again until taken."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import aiohttp

from tests.fake_telegram.store import Json

Sleep = Callable[[float], Awaitable[None]]
_LONGEST_WAIT = 60.0
_ANSWER_SECONDS = 60.0
_CONNECTIONS = 40


@dataclass(slots=True)
class Webhook:
    """Where updates go, and what became of them."""

    url: str
    secret: str = ""
    last_error: str = ""
    statuses: list[int] = field(default_factory=list)


class Delivery:
    """A queue a chat for messages, one a user for presses; each waits for its first to be taken."""

    def __init__(self, webhook: Webhook, sleep: Sleep = asyncio.sleep) -> None:
        self.webhook = webhook
        self._sleep = sleep
        self._queues: dict[str, asyncio.Queue[Json]] = {}
        self._in_hand: dict[int, Json] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self._free = asyncio.Semaphore(_CONNECTIONS)
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_ANSWER_SECONDS))

    def put(self, update: Json) -> None:
        """Deliver an update when its turn comes."""
        name = _queue_name(update)
        if name not in self._queues:
            self._queues[name] = asyncio.Queue()
            self._tasks.append(asyncio.create_task(self._work(self._queues[name])))
        self._queues[name].put_nowait(update)

    async def all_taken(self) -> None:
        """Return when nothing waits any more."""
        await asyncio.gather(*(queue.join() for queue in self._queues.values()))

    async def close(self) -> list[Json]:
        """Stop; what was not taken is handed back."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._session.close()
        in_hand = list(self._in_hand.values())
        return in_hand + [
            queue.get_nowait() for queue in self._queues.values() for _ in range(queue.qsize())
        ]

    async def _work(self, queue: asyncio.Queue[Json]) -> None:
        while True:
            update, failures = await queue.get(), 0
            self._in_hand[id(queue)] = update
            while (wait := await self._post(update)) is not None:
                # At once, then after 2, 4, 8 … seconds; longer or shorter if the bot says so.
                back_off = 0.0 if not failures else min(2.0**failures, _LONGEST_WAIT)
                await self._sleep(wait or back_off)
                failures += 1
            del self._in_hand[id(queue)]
            queue.task_done()

    async def _post(self, update: Json) -> float | None:
        """None if the update was taken, else how long the bot asks to wait, zero if it does not."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook.secret}
        try:
            async with (
                self._free,
                self._session.post(self.webhook.url, json=update, headers=headers) as answer,
            ):
                self.webhook.statuses.append(answer.status)
                if answer.ok:
                    return None
                self.webhook.last_error = f"Wrong response from the webhook: {answer.status}"
                wait = answer.headers.get("Retry-After", "0")
                return float(wait) if wait.isdigit() else 0.0
        except (aiohttp.ClientError, TimeoutError) as error:
            self.webhook.last_error = type(error).__name__
            return 0.0


def _queue_name(update: Json) -> str:
    press = update.get("callback_query")
    if isinstance(press, dict):
        return f"user {press['from']['id']}"
    for part in update.values():
        if isinstance(part, dict) and isinstance(part.get("chat"), dict):
            return f"chat {part['chat'].get('id')}"
    return "other"
