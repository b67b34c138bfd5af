"""Try the bot without Telegram: what you type is said in chat 1, what the bot sends is printed.

``#3`` presses the third button under the last message, ``@CODE`` presses a button with that code.
"""

import argparse
import asyncio
import sys

from tests.fake_telegram.server import TOKEN, FakeTelegram

_CHAT = 1


def main() -> None:
    """Run until the input ends or Ctrl-C."""
    parser = argparse.ArgumentParser(prog="python -m tests.fake_telegram", description=__doc__)
    parser.add_argument("--port", type=int, default=8082)
    parser.add_argument("--language", default="zh", help="language_code of the user")
    given = parser.parse_args()
    try:
        asyncio.run(_talk(given.port, given.language))
    except KeyboardInterrupt:
        sys.stdout.write("\n")


async def _talk(port: int, language: str) -> None:
    fake = FakeTelegram()
    await fake.start(port)
    _print(f"Bot API at {fake.root}; start the bot with:")
    _print(f"  TELEGRAM_BOT_TOKEN={TOKEN} TELEGRAM_API_ROOT={fake.root}")
    printing = asyncio.create_task(_print_sent(fake))
    try:
        while line := await asyncio.to_thread(sys.stdin.readline):
            await _typed(fake, line.strip(), language)
    finally:
        printing.cancel()
        await fake.stop()


async def _typed(fake: FakeTelegram, line: str, language: str) -> None:
    sent = fake.sent(_CHAT)
    buttons = sent[-1].buttons if sent else ()
    if line[:1] == "#" and line[1:].isdigit() and 1 <= int(line[1:]) <= len(buttons):
        await fake.press(_CHAT, buttons[int(line[1:]) - 1][1], language_code=language)
    elif line.startswith("@"):
        await fake.press(_CHAT, line[1:], language_code=language)
    elif line:
        await fake.say(_CHAT, line, language_code=language)


async def _print_sent(fake: FakeTelegram) -> None:
    shown = 0
    while True:
        async with fake.store.news:
            await fake.store.news.wait()
        for message in fake.store.sent[shown:]:
            _print(f"--- chat {message.chat}\n{message.seen}")
            for at, (label, code) in enumerate(message.buttons, 1):
                _print(f"  #{at} [{label}] {code}")
        shown = len(fake.store.sent)


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
