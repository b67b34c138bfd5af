"""Which handler answers which kind of update, and that each update is answered once."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from time import perf_counter
from typing import Final

import telegram

from faq.ports import Claim, Updates
from handlers.messenger import (
    administration,
    choice,
    commands,
    errors,
    group,
    handover,
    other,
    question,
)
from handlers.messenger.desk import (
    Administration,
    Desk,
    Said,
    StaffRoom,
    language_of,
    place_of,
)
from handlers.messenger.limiting import is_too_much
from handlers.messenger.meter import Meter, NoMeter
from handlers.messenger.sending import Sleep
from handlers.messenger.sends import ROUND, NoSends, Round, Sends
from handlers.tracing import REQUEST

Handler = Callable[[Desk, telegram.Update], Awaitable[None]]


async def _message(desk: Desk, update: telegram.Update) -> None:
    message = update.message
    if message is None:
        return
    if desk.staff and message.chat.id == desk.staff.chat:
        await handover.answered(desk, message)
        return
    text = await group.heard(desk.bot, message)
    if text is None:
        return
    if message.text is not None:
        await _text(desk, message, text)
    elif not await _is_too_much(desk, message, text):
        await other.answer(desk, message, text)


async def _edited_message(desk: Desk, update: telegram.Update) -> None:
    # Only new text is news: a live location is edited every few seconds.
    message = update.edited_message
    is_staff = desk.staff and message and message.chat.id == desk.staff.chat
    if message is not None and message.text is not None and not is_staff:
        text = await group.heard(desk.bot, message)
        if text is not None:
            await _text(desk, message, text)


async def _is_too_much(desk: Desk, message: telegram.Message, text: str) -> bool:
    return await is_too_much(desk, place_of(message), language_of(message.from_user), text)


async def _text(desk: Desk, message: telegram.Message, text: str) -> None:
    command = commands.read(text)
    said = await administration.commanded(desk.administration, message, command)
    if said:
        await administration.send(desk, message.chat.id, said)
    elif await _is_too_much(desk, message, text):
        return
    elif command:
        await commands.answer(desk, message, command)
    elif not await handover.written(desk, message, text):
        await question.answer(desk, message, text)


# Everything else Telegram knows (channel posts, members, polls, reactions …) is not asked for,
# and passed over should it come.
_HANDLERS: dict[str, Handler] = {
    "message": _message,
    "edited_message": _edited_message,
    "callback_query": choice.answer,
}
KINDS = tuple(_HANDLERS)
_NO_METER: Final = NoMeter()
_NO_SENDS: Final = NoSends()
_PATIENCE = 30.0  # seconds; an update that takes longer ends in an apology
_LOOK_AGAIN = 0.5  # seconds between looks at an update that is in hand elsewhere


class Messenger:
    """Answers updates, each once however often it is delivered."""

    def __init__(
        self,
        desk: Desk,
        updates: Updates,
        *,
        meter: Meter = _NO_METER,
        sends: Sends = _NO_SENDS,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self.bot = desk.bot
        self._desk = desk
        self._updates = updates
        self._meter = meter
        self._sends = sends
        self._sleep = sleep
        self._in_hand: dict[int, asyncio.Event] = {}

    def admit(self, administration: Administration) -> None:
        """Let administrators do what they may."""
        self._desk = replace(self._desk, administration=administration)

    def hand_over_to(self, room: StaffRoom) -> None:
        """Let citizens hand a question over to staff."""
        self._desk = replace(self._desk, staff=room)

    async def tell(self, admin: int, said: Said) -> None:
        """Tell an administrator something that was not asked."""
        send = administration.send(self._desk, admin, said)
        await errors.survive(send, "telling staff", instead=None)

    async def handle(self, update: telegram.Update) -> None:
        """Answer an update, or wait for its answer if it is in hand already.

        Never raises: a failure ends in an apology and a line in the log.
        """
        ahead = self._in_hand.get(update.update_id)
        if ahead is not None:
            await ahead.wait()
            return
        ended = self._in_hand[update.update_id] = asyncio.Event()
        REQUEST.set(errors.reference(update.update_id))
        try:
            await self._handle_once(update)
        finally:
            del self._in_hand[update.update_id]
            ended.set()

    async def _handle_once(self, update: telegram.Update) -> None:
        start = perf_counter()
        if await self._claim(update.update_id) is Claim.DONE:
            return
        turn = Round(update.update_id)
        ROUND.set(turn)
        try:
            await self._answer(update)
        except asyncio.CancelledError:  # the program ends: whoever gets it next may take it
            release = self._updates.release(update.update_id)
            await errors.survive(release, "handing an update back", instead=None)
            raise
        done = self._updates.done(update.update_id)
        await errors.survive(done, "noting an answered update", instead=None)
        self._sends.forget(turn.group)
        self._meter.handled(perf_counter() - start)

    async def _claim(self, number: int) -> Claim:
        """Take an update in hand; wait while another process has it, at most for its lease."""
        while True:
            # With the storage down, answering twice is better than not at all.
            claim = self._updates.claim(number)
            found = await errors.survive(claim, "claiming an update", instead=Claim.TAKEN)
            if found is not Claim.ELSEWHERE:
                return found
            await self._sleep(_LOOK_AGAIN)

    async def _answer(self, update: telegram.Update) -> None:
        try:
            async with asyncio.timeout(_PATIENCE):
                for kind, handler in _HANDLERS.items():
                    if getattr(update, kind) is not None:
                        await handler(self._desk, update)
        except Exception as error:  # noqa: BLE001 - one bad update must not stop the others
            report = errors.report(self._desk, update, error)
            await errors.survive(report, "apologising", instead=None)
