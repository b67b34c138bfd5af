"""`python -m tests.talks` writes docs/transcripts anew."""

import asyncio
from pathlib import Path

from bot.knowledge import open_knowledge
from faq.assistant import Knowledge
from faq.catalogue import PACKAGED
from tests.talks.replay import replay
from tests.talks.talk import Heard, Talk, Turn, talks

DOCS = Path(__file__).parents[2] / "docs/transcripts"
PAGES = {
    "persons": "五个人 Five persons",
    "ways": "一路上会发生的 What happens on the way",
    "telegram": "Telegram 里的 In Telegram",
}
_INTRODUCTION = (
    "由 `python -m tests.talks` 用整个助手生成,是真实输出;测试会重放每一段,核对要点。\n"
    "Real output of the whole assistant; the tests replay each talk and check what matters.\n"
)
_DONE = {
    "press": "按 pressed",
    "press_first": "按上面第一条的 pressed, far above:",
    "code": "命令 command",
    "send": "发了 sent",
    "edit": "改成 edited to",
    "group": "群里说 said in a group",
    "reply": "回复 replied",
    "officer": "民警回复 the officer replied",
    "restart": "程序重启 restarted",
}


def did(turn: Turn) -> str:
    """What a person did, as a transcript says it."""
    said = "" if turn.act == "restart" else f"**{turn.value}**"
    return f"▸ {_DONE.get(turn.act, '')} {said}".replace("  ", " ").strip()


async def transcript(talk: Talk, knowledge: Knowledge) -> str:
    """One conversation, as Markdown; in Telegram if it is held on both channels."""
    channel = talk.channels[-1]
    heard = await replay(talk, channel, knowledge)
    parts = [f"## {talk.title}({channel})"]
    for turn, answer in zip(talk.turns, heard, strict=True):
        parts += [did(turn), *_quoted(answer)]
    return "\n\n".join(parts)


def _quoted(heard: Heard) -> list[str]:
    lines = [
        "\n".join(f"> {line}" if line else ">" for line in text.split("\n")) for text in heard.texts
    ]
    return lines + ([" ".join(f"`{label}`" for label in heard.buttons)] if heard.buttons else [])


async def _main() -> None:
    knowledge = open_knowledge(PACKAGED)
    for name, title in PAGES.items():
        parts = [f"# {title}\n\n{_INTRODUCTION}"]
        parts += [f"{await transcript(talk, knowledge)}\n" for talk in talks(name)]
        (DOCS / f"{name}.md").write_text("\n".join(parts), "utf-8")


if __name__ == "__main__":
    asyncio.run(_main())
