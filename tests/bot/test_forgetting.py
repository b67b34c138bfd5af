"""What a chat was about is carried for half an hour, and no longer."""

import pytest

from bot.storage.batched import NoJournal
from bot.storage.memory import open_memory
from faq.assistant import Assistant, Knowledge
from faq.model import Outcome, Question
from tests.clock import FakeClock


@pytest.mark.parametrize(
    ("minutes", "entry", "outcome"),
    [(29, "id_card_lost", Outcome.ANSWERED), (31, None, Outcome.OFFERED_CHOICES)],
)
async def test_a_follow_up_is_read_with_the_answer_before_it_for_half_an_hour(
    knowledge: Knowledge, minutes: int, entry: str | None, outcome: Outcome
) -> None:
    clock = FakeClock()
    assistant = Assistant(knowledge, open_memory(clock).sessions, NoJournal())
    await assistant.ask(Question("身份证丢了怎么补", "web", "chat"))
    clock.advance(minutes * 60)
    reply = await assistant.ask(Question("多少钱", "web", "chat"))
    assert (reply.entry, reply.outcome) == (entry, outcome)
