"""What nobody may ever find: numbers that citizens typed, the token and the secret, in any byte the
program wrote or shows, at its most talkative and with everything going wrong.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest
from aiohttp.test_utils import unused_port

from tests.content import write
from tests.fake_telegram import FakeTelegram
from tests.processes import jingwu_running

TOKEN = "987654:AAcanary-token_for-this-test-only-0123"
SECRET = "canary-secret-0123456789"
ADMIN = "an-admin-token-0123456789"
IDENTITY = (
    "210102199003071235",
    "210102 19900307 1235",
    "210102-19900307-1235",
    "210102.1990.03.07.1235",
    "２１０１０２１９９００３０７１２３５",
    "二一〇一〇二一九九〇〇三〇七一二三五",
    "貳壹零壹零貳壹玖玖零零叁零柒壹貳叁伍",
    "٢١٠١٠٢١٩٩٠٠٣٠٧١٢٣٥",
    "2 1 0 1 0 2 1 9 9 0 0 3 0 7 1 2 3 5",
    "210102\u200b19900307\u200b1235",
    "210102,19900307,1235",
    "①⓪①⓪②19900307123X",
)
OTHERS = ("13912345678", "+86 139-1234-5679", "护照E12345678", "6222021234567890128")
TYPED = (*IDENTITY, *OTHERS)
HIDDEN = (*TYPED, "12345678", "canary-token", SECRET)
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass(frozen=True)
class Seen:
    """Every byte that a run left: what files hold, what was written out, what pages show."""

    files: bytes
    said: bytes
    pages: bytes

    def hits(self) -> Iterator[str]:
        """Each canary that is found, and where."""
        for canary in HIDDEN:
            forms = {canary.encode(), canary.encode("unicode_escape"), canary.encode("gb18030")}
            for place in ("files", "said", "pages"):
                if any(form in getattr(self, place) for form in forms):
                    yield f"{canary} in {place}"


async def talk(fake: FakeTelegram, address: str) -> None:
    """Type every canary, on both channels and into requests that are refused, while calls fail."""
    fake.fail("sendMessage", 500, 3)
    fake.drop("sendMessage", 2)
    fake.garble("sendMessage", f"<html>/bot{TOKEN}/sendMessage</html>".encode(), 2, status=502)
    for chat, typed in enumerate(TYPED, 100):
        await fake.say(chat, f"我的号码{typed}丢了怎么办")
    await fake.push({"message": f"unreadable {TYPED[0]}"})
    async with aiohttp.ClientSession(address) as visitor:
        for typed in TYPED:
            for body in ({"text": f"证件{typed}丢了"}, {"text": "家里着火了", "session": typed}):
                async with visitor.post("/api/chat", json=body) as answer:
                    assert answer.status in (200, 400, 429)
        for headers in ({HEADER: SECRET}, {HEADER: "wrong"}, {}):
            broken = f'{{"update_id": 1, "message": "{TYPED[0]}'.encode()
            async with visitor.post("/telegram/webhook", data=broken, headers=headers) as answer:
                assert answer.status in (400, 401)
    for chat in range(100, 100 + len(TYPED)):
        await fake.wait_sent(chat, 1, seconds=30)


async def shown(address: str, staff: int) -> bytes:
    """What the pages for operators show."""
    pages = b""
    async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {ADMIN}"}) as operator:
        for url in (f"{address}/healthz", f"{address}/readyz"):
            async with operator.get(url) as answer:
                pages += await answer.read()
        for name in ("metrics", "healthz"):
            async with operator.get(f"http://127.0.0.1:{staff}/{name}") as answer:
                pages += await answer.read()
    return pages


async def run(tmp_path: Path, content: Path) -> Seen:
    port, staff = unused_port(), unused_port()
    address = f"http://127.0.0.1:{port}"
    async with FakeTelegram(TOKEN) as fake:
        environ = {
            "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_ROOT": fake.root,
            "TELEGRAM_WEBHOOK_URL": f"{address}/telegram/webhook",
            "TELEGRAM_WEBHOOK_SECRET": SECRET, "JINGWU_ADMIN_TOKEN": ADMIN,
            "JINGWU_PORT": str(port), "JINGWU_STAFF_PORT": str(staff),
            "JINGWU_CONTENT": str(content), "JINGWU_LOG_LEVEL": "DEBUG",
            "DATABASE_URL": f"sqlite:///{tmp_path}/var/jingwu.db", "PYTHONASYNCIODEBUG": "1",
        }  # fmt: skip
        async with jingwu_running(environ) as (process, _):
            await talk(fake, address)
            pages = await shown(address, staff)
            cmdline = Path(f"/proc/{process.pid}/cmdline").read_bytes()
            process.terminate()
            said = b"".join(await process.communicate())
    assert process.returncode == 0
    found = [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()]
    assert b"\xe3\x80\x94" in b"".join(found)  # something was masked and kept
    return Seen(b"".join(found), said + cmdline, pages)


async def test_no_canary_is_in_any_byte_that_the_program_wrote_or_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    seen = await run(tmp_path, write(tmp_path / "content"))
    assert list(seen.hits()) == []
