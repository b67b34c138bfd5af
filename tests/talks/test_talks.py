"""Every talk on every channel it is held on, and the transcripts of them."""

import pytest

from faq.assistant import Knowledge
from tests.talks.__main__ import DOCS, PAGES, did
from tests.talks.replay import replay
from tests.talks.talk import Talk, talks

ALL = [(name, talk) for name in PAGES for talk in talks(name)]
HELD = [(talk, channel) for _, talk in ALL for channel in talk.channels]


@pytest.mark.parametrize(
    ("talk", "channel"), HELD, ids=[f"{talk.title}-{channel}" for talk, channel in HELD]
)
async def test_a_talk_goes_as_it_should(talk: Talk, channel: str, knowledge: Knowledge) -> None:
    heard = await replay(talk, channel, knowledge)
    assert {
        f"{at} {turn.value}": faults
        for at, (turn, answer) in enumerate(zip(talk.turns, heard, strict=True), 1)
        if (faults := answer.faults(turn))
    } == {}


@pytest.mark.parametrize(("name", "talk"), ALL, ids=[talk.title for _, talk in ALL])
def test_the_transcript_is_of_this_talk(name: str, talk: Talk) -> None:
    written = (DOCS / f"{name}.md").read_text("utf-8").split("\n## ")
    found = [part for part in written if part.startswith(f"{talk.title}(")]
    assert len(found) == 1, f"run python -m tests.talks: {talk.title}"
    acts = [line for line in found[0].splitlines() if line.startswith("▸")]
    assert acts == [did(turn) for turn in talk.turns], "run python -m tests.talks"
    promised = [one for turn in talk.turns for one in turn.shows]
    assert [one for one in promised if one not in found[0].replace("\n> ", "\n")] == []


def test_enough_is_tried_on_both_channels() -> None:
    for channel in ("web", "telegram"):
        assert sum(channel in talk.channels for _, talk in ALL) >= 15
