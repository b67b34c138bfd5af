"""A talk in Telegram, against the fake one, with staff behind it."""

from bot.clock import SystemClock
from bot.storage.batched import NoJournal
from bot.storage.memory import open_memory
from bot.telegram_api import TelegramBot
from faq.assistant import Assistant, Knowledge
from handlers.messenger import updates
from handlers.messenger.courier import Courier
from handlers.messenger.desk import Desk, StaffRoom
from handlers.messenger.meter import NoMeter
from handlers.messenger.outgoing import Outgoing
from handlers.messenger.register import Messenger
from handlers.messenger.sending import Sender
from handlers.messenger.turns import SendLimits, Turns
from tests.fake_telegram import FakeTelegram, Sent
from tests.fake_telegram.methods import ME
from tests.talks.talk import Heard, Turn, code_of

PERSON, GROUP, STAFF, OFFICER = 7, -100, -500, 99
_SENT: dict[str, dict[str, object]] = {
    "location": {"location": {"longitude": 123.4, "latitude": 41.8}},
    "contact": {"contact": {"phone_number": "1", "first_name": "A"}},
    "photo": {"photo": [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}]},
    "voice": {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}},
}


class TelegramTalk:
    """One person's chat; a restart puts another program in the place of the first."""

    def __init__(
        self, fake: FakeTelegram, bot: TelegramBot, knowledge: Knowledge, language: str
    ) -> None:
        self._fake = fake
        self._bot = bot
        self._knowledge = knowledge
        self._language = language
        self._storage = open_memory(SystemClock())
        self._messenger = self._started()
        self._first: Sent | None = None
        fake.store.message(STAFF)

    async def act(self, turn: Turn) -> Heard:
        """Do what the turn says."""
        chat = {"group": GROUP, "officer": PERSON}.get(turn.act, PERSON)
        before = len(self._fake.sent(chat))
        await self._do(turn)
        waiting, self._fake.store.waiting = self._fake.store.waiting, []
        for raw in waiting:
            update = updates.read(raw, self._bot)
            assert update is not None
            await self._messenger.handle(update)
        new = self._fake.sent(chat)[before:]
        self._first = self._first or next((sent for sent in new if sent.buttons), None)
        buttons = new[-1].buttons if new else ()
        return Heard(tuple(sent.seen for sent in new), tuple(label for label, _ in buttons))

    async def _do(self, turn: Turn) -> None:
        act, value = turn.act, turn.value
        if act == "restart":
            self._messenger = self._started()
        elif act in ("press", "press_first"):
            below = self._first if act == "press_first" else self._fake.sent(PERSON)[-1]
            assert below is not None
            code = code_of(value, below.buttons)
            await self._fake.press(PERSON, code, language_code=self._language, below=below)
        elif act == "send":
            sender = self._fake.store.user(PERSON, self._language)
            message = self._fake.store.message(PERSON, **{"from": sender}, **_SENT[value])
            await self._fake.push({"message": message})
        elif act == "edit":
            sender = self._fake.store.user(PERSON, self._language)
            message = self._fake.store.message(PERSON, **{"from": sender}, text=value)
            await self._fake.push({"edited_message": message})
        elif act in ("reply", "officer"):
            chat = STAFF if act == "officer" else PERSON
            await self._fake.say(chat, value, reply_to_message=self._last(chat))
        else:
            chat = GROUP if act == "group" else PERSON
            said = f"/{value}" if act == "code" else value
            await self._fake.say(chat, said, language_code=self._language)

    def _last(self, chat: int) -> dict[str, object]:
        """The last message of the bot, as a reply quotes it."""
        last = self._fake.sent(chat)[-1]
        kind = "private" if chat > 0 else "supergroup"
        holder = {"message_id": last.id, "date": 1, "chat": {"id": chat, "type": kind}}
        return holder | {"from": ME, "text": last.seen}

    def _started(self) -> Messenger:
        storage, bot = self._storage, self._bot
        new_id = lambda: "turn"  # noqa: E731 - the same name for every turn
        assistant = Assistant(self._knowledge, storage.sessions, NoJournal(), new_id=new_id)
        limits, courier = Turns(SendLimits(0, 0, 0)), Courier(bot, NoMeter())
        sender = Sender(courier, limits, Outgoing(storage.outbox, courier, limits))
        messenger = Messenger(Desk(bot, assistant, sender), storage.updates)
        messenger.hand_over_to(StaffRoom(STAFF, storage.tickets, storage.updates))
        return messenger
