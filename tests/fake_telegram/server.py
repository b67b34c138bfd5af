"""The fake Telegram itself: the HTTP side for the bot, the people's side for the tests."""

import asyncio
import json
import socket
import struct
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Self

from aiohttp import web

from tests.fake_telegram import methods, polls
from tests.fake_telegram.delivery import Delivery, Sleep, Webhook
from tests.fake_telegram.faults import Fault, Faults, error_body
from tests.fake_telegram.store import Json, Sent, Store

TOKEN = "123456:AAfake-token_for-tests-only"


class FakeTelegram:
    """A Bot API on loopback for one bot; ``async with FakeTelegram() as fake`` runs it."""

    def __init__(self, token: str = TOKEN, sleep: Sleep = asyncio.sleep) -> None:
        self.token = token
        self.store = Store()
        self.faults = Faults()
        self._polls = polls.Polls(self.store)
        self._delivery: Delivery | None = None
        self._allowed: frozenset[str] = frozenset()
        self._sleep = sleep
        self._runner: web.AppRunner | None = None
        self.root = ""

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        await self.stop()

    async def start(self, port: int = 0) -> None:
        """Listen on loopback; ``root`` is the address for TELEGRAM_API_ROOT."""
        app = web.Application()
        app.router.add_route("*", "/bot{token}/{method}", self._serve)
        self._runner = web.AppRunner(
            app, access_log=None, handler_cancellation=True, shutdown_timeout=0.1
        )
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self.root = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Stop listening and delivering; what people said is kept."""
        await self._set_delivery(None)
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    # What people do.

    async def say(
        self, chat: int, text: str, *, language_code: str | None = "zh", **parts: object
    ) -> int:
        """Type ``text`` into a chat; the number of the update."""
        sender = self.store.user(chat, language_code)
        message = self.store.message(chat, **({"from": sender, "text": text} | parts))
        return await self.push({"message": message})

    async def press(
        self, chat: int, data: str, *, language_code: str | None = "zh", below: Sent | None = None
    ) -> int:
        """Press a button under a message of a chat, the last unless told; the update's number."""
        number = next(self.store.update_ids)
        self.store.queries.add(query := f"q{number}")
        under = self.store.message(chat, **{"from": methods.ME})
        for sent in [below] if below else self.store.in_chat(chat)[-1:]:
            under |= {"message_id": sent.id, "text": sent.seen}
        press = {"id": query, "chat_instance": "1", "data": data, "message": under}
        sender = self.store.user(chat, language_code)
        return await self.push({"update_id": number, "callback_query": press | {"from": sender}})

    async def push(self, raw_update: Json) -> int:
        """Deliver an update as it is, with a number if it has none; the number."""
        number = raw_update.get("update_id", None) or next(self.store.update_ids)
        update = {"update_id": number} | raw_update
        self.store.learn_chat(update)
        if not self._allowed or self._allowed & update.keys():
            if self._delivery:
                self._delivery.put(update)
            else:
                self.store.waiting.append(update)
            await self.store.tell()
        return number if isinstance(number, int) else 0

    # What tests see.

    def sent(self, chat: int) -> list[Sent]:
        """What the bot sent to a chat, in order."""
        return self.store.in_chat(chat)

    async def wait_sent(self, chat: int, n: int, *, seconds: float = 10.0) -> list[Sent]:
        """Wait until the bot sent ``n`` messages to a chat; they."""
        await self.wait_for(lambda: len(self.sent(chat)) >= n, seconds=seconds)
        return self.sent(chat)

    async def wait_for(self, is_so: Callable[[], bool], *, seconds: float = 10.0) -> None:
        """Wait until something is so after a call of the bot."""
        async with asyncio.timeout(seconds), self.store.news:
            await self.store.news.wait_for(is_so)

    async def all_taken(self) -> None:
        """Wait until the webhook took every update."""
        if self._delivery:
            await self._delivery.all_taken()

    def called(self, method: str) -> int:
        """How often the bot called a method."""
        return sum(name == method for name, _ in self.store.calls)

    @property
    def webhook(self) -> Webhook | None:
        """The webhook that is set."""
        return self._delivery.webhook if self._delivery else None

    # What goes wrong.

    def fail(
        self, method: str, status: int, times: int = 1, *, retry_after: int | None = None
    ) -> None:
        """Have the next calls answered with an error, as Telegram puts it."""
        self.faults.add(Fault(method, times, status=status, retry_after=retry_after))

    def drop(self, method: str, times: int = 1, *, performs: bool = True) -> None:
        """Have the connection of the next calls dropped, after carrying them out or before."""
        self.faults.add(Fault(method, times, drops=True, performs=performs))

    def reset(self, method: str, times: int = 1) -> None:
        """Have the connection of the next calls reset; they are not carried out."""
        self.faults.add(Fault(method, times, resets=True))

    def garble(self, method: str, body: bytes, times: int = 1, *, status: int = 200) -> None:
        """Have the next calls answered with ``body``, which need not be JSON."""
        self.faults.add(Fault(method, times, status=status, body=body))

    def hold(self, method: str, *, chat: int | None = None) -> asyncio.Event:
        """Have the next call wait until the event is set."""
        self.faults.add(Fault(method, 1, chat=chat, held=(event := asyncio.Event())))
        return event

    # The HTTP side.

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        given = await _parameters(request)
        self.store.calls.append((method, given))
        fault = self.faults.take(method, methods.chat_of(given))
        if fault and fault.held:
            await fault.held.wait()
            fault = None
        answer = None
        if fault is None or fault.performs:
            answer = await self._answer(request.match_info["token"], method, given)
        await self.store.tell()
        if fault and fault.hangs:
            await asyncio.Event().wait()  # until the bot gives up
        if fault and request.transport and (fault.drops or fault.resets):
            _break_off(request.transport, reset=fault.resets)
        if fault and fault.body is not None:
            wait = fault.retry_after
            headers = {} if wait is None else {"Retry-After": str(wait)}
            answer = _json(fault.status, fault.body, headers)
        return answer or web.Response()

    async def _answer(self, token: str, method: str, given: methods.Parameters) -> web.Response:
        try:
            if token != self.token:
                raise methods.ApiError(401, "Unauthorized")
            result = await self._perform(method, given)
        except methods.ApiError as error:
            body = error_body(error.status, error.description)
            return _json(error.status, body, {})
        return web.json_response({"ok": True, "result": result})

    async def _perform(self, method: str, given: methods.Parameters) -> object:
        own: dict[str, Callable[[methods.Parameters], Awaitable[object]]] = {
            "getUpdates": self._get_updates,
            "setWebhook": self._set_webhook,
            "deleteWebhook": self._delete_webhook,
            "getWebhookInfo": self._get_webhook_info,
        }
        if method in own:
            return await own[method](given)
        return methods.call(self.store, method, given)

    async def _get_updates(self, given: methods.Parameters) -> object:
        if self._delivery:
            raise methods.ApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        self._allowed = polls.allowed(given) or self._allowed
        return await self._polls.get(given)

    async def _set_webhook(self, given: methods.Parameters) -> object:
        self._allowed = polls.allowed(given) or self._allowed
        if given.get("drop_pending_updates") == "true":
            self.store.waiting.clear()
        webhook = Webhook(given.get("url", ""), given.get("secret_token", ""))
        await self._set_delivery(webhook if webhook.url else None)
        return True

    async def _delete_webhook(self, given: methods.Parameters) -> object:
        if given.get("drop_pending_updates") == "true":
            self.store.waiting.clear()
        await self._set_delivery(None)
        return True

    async def _get_webhook_info(self, _given: methods.Parameters) -> object:
        webhook = self.webhook or Webhook("")
        waiting = len(self.store.waiting)
        shown: Json = {"url": webhook.url, "has_custom_certificate": False}
        shown["pending_update_count"] = waiting
        return shown | ({"last_error_message": webhook.last_error} if webhook.last_error else {})

    async def _set_delivery(self, webhook: Webhook | None) -> None:
        if self._delivery:
            self.store.waiting += await self._delivery.close()
        self._delivery = Delivery(webhook, self._sleep) if webhook else None
        if self._delivery:
            for update in self.store.waiting:
                self._delivery.put(update)
            self.store.waiting.clear()


def _break_off(transport: asyncio.Transport, *, reset: bool) -> None:
    """Close the connection: with a reset, or in peace."""
    if reset:
        linger = struct.pack("ii", 1, 0)
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    transport.abort()


def _json(status: int, body: bytes, headers: dict[str, str]) -> web.Response:
    return web.Response(status=status, body=body, headers=headers, content_type="application/json")


async def _parameters(request: web.Request) -> methods.Parameters:
    if request.content_type == "application/json":
        found = json.loads(await request.read())
        return {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in found.items()
        }
    form = await request.post()
    return dict(request.query) | {name: _text(value) for name, value in form.items()}


def _text(value: str | bytes | bytearray | web.FileField) -> str:
    """A value as it was given; of a file, what is in it."""
    return value.file.read().decode() if isinstance(value, web.FileField) else str(value)
