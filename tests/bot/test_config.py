from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from bot.config import Config, ConfigError, Secret, Telegram, load

EXAMPLE = Path(__file__).parents[2] / "config.example.yaml"
TOKEN = "123456:canary-token-canary-token"
SECRET = "canary-secret-0123456789"
ADMIN_TOKEN = "canary-admin-0123456789"
URL = "https://bot.example.org/telegram/webhook"
WEBHOOK = {
    "TELEGRAM_BOT_TOKEN": TOKEN,
    "TELEGRAM_WEBHOOK_URL": URL,
    "TELEGRAM_WEBHOOK_SECRET": SECRET,
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.yaml"


def telegram(environ: Mapping[str, str]) -> Telegram:
    """The part of the configuration about Telegram, which must be there."""
    found = load(None, environ).telegram
    assert found
    return found


def in_the_example() -> dict[str, object]:
    """The keys of the example, their sections before a dot, and their values."""
    return {
        f"{section}.{name}" if name else section: value
        for section, part in yaml.safe_load(EXAMPLE.read_text("utf-8")).items()
        for name, value in (part.items() if isinstance(part, dict) else [("", part)])
    }


# Where values come from.


def test_without_file_and_environment_all_is_default() -> None:
    assert load(None, {}) == Config()


def test_the_example_says_the_defaults() -> None:
    assert load(EXAMPLE, {}) == Config()


@pytest.mark.parametrize(("key", "value"), in_the_example().items())
def test_every_key_of_the_example_is_known(file: Path, key: str, value: object) -> None:
    section, _, name = key.partition(".")
    file.write_text(yaml.safe_dump({section: {name: value} if name else value}))
    assert load(file, {}) == Config()


def test_every_known_key_is_in_the_example(file: Path) -> None:
    file.write_text("nonsense: 1")
    with pytest.raises(ConfigError) as raised:
        load(file, {})
    known = str(raised.value).rpartition("known are ")[2].split(", ")
    assert set(known) == set(in_the_example())


def test_a_file_may_be_empty(file: Path) -> None:
    file.write_text("# nothing decided\n")
    assert load(file, {}) == Config()


def test_the_environment_wins_over_the_file_and_the_file_over_the_default(file: Path) -> None:
    file.write_text("web: {host: 10.0.0.1, port: 9000}")
    config = load(file, {"JINGWU_PORT": "9001"})
    assert (config.host, config.port, config.database) == (
        "10.0.0.1",
        9001,
        Config().database,
    )


def test_an_empty_variable_does_not_count(file: Path) -> None:
    file.write_text("web: {port: 9000}")
    assert load(file, {"JINGWU_PORT": "", "TELEGRAM_BOT_TOKEN": ""}).port == 9000


def test_other_variables_do_not_matter() -> None:
    assert load(None, {"JINGWU_NONSENSE": "1", "PATH": "/bin"}) == Config()


def test_everything_can_be_set_in_the_environment() -> None:
    config = load(
        None,
        WEBHOOK
        | {
            "TELEGRAM_API_ROOT": "http://127.0.0.1:8082",
            "TELEGRAM_WEBHOOK_SECRET_PREVIOUS": "former-secret-0123456789",
            "DATABASE_URL": "memory:",
            "JINGWU_HOST": "::1",
            "JINGWU_PORT": "65535",
            "JINGWU_TRUSTED_PROXIES": "10.0.0.0/8, ::1,",
            "JINGWU_CONTENT": "somewhere",
            "JINGWU_LOG_LEVEL": "debug",
            "JINGWU_STAFF_PORT": "9001",
            "JINGWU_ADMIN_TOKEN": ADMIN_TOKEN,
            "JINGWU_ADMIN_IDS": "42, 5000000001,",
            "JINGWU_STAFF_CHAT": "-1001234567890",
            "JINGWU_RELOAD_WATCH": "apply",
        },
    )
    assert config == Config(
        content=Path("somewhere"),
        database="memory:",
        host="::1",
        port=65535,
        trusted_proxies=("10.0.0.0/8", "::1"),
        log_level="DEBUG",
        staff_port=9001,
        admin_token=Secret(ADMIN_TOKEN),
        admin_ids=frozenset({42, 5_000_000_001}),
        staff_chat=-1001234567890,
        reload_watch="apply",
        telegram=Telegram(
            Secret(TOKEN),
            "http://127.0.0.1:8082",
            URL,
            (Secret(SECRET), Secret("former-secret-0123456789")),
        ),
    )


def test_everything_can_be_set_in_the_file(file: Path) -> None:
    file.write_text(
        f"""
content: {{path: somewhere}}
database: "memory:"
web: {{host: 0.0.0.0, port: 0, questions_per_minute: 0, questions_per_minute_address: 7}}
telegram: {{token: "{TOKEN}", webhook_url: "{URL}", webhook_secret: {SECRET}}}
log: {{level: warning}}
journal: {{text: none}}
"""
    )
    assert load(file, {}) == Config(
        content=Path("somewhere"),
        database="memory:",
        host="0.0.0.0",
        port=0,
        questions_per_minute=0,
        questions_per_minute_address=7,
        telegram=Telegram(Secret(TOKEN), None, URL, (Secret(SECRET),)),
        log_level="WARNING",
        journal_text="none",
    )


# Mistakes.


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("web: {prot: 80}", "config.yaml:1: 不认识的配置项 web.prot"),
        ("log:\n  level: INFO\nlevel: INFO", "config.yaml:3: 不认识的配置项 level"),
        ("web: 8080", "web"),
        ("database: {url: a}", "database.url"),
        ("web: {port: [80]}", "port"),
        ("- web", "mapping"),
        ("just text", "mapping"),
        ("web: {port: 80", "config.yaml:2:1"),
        ("web: {port: 1}\nweb: {port: 2}", "config.yaml:2:1"),
        ("web: &a {port: 80}", "config.yaml:1:"),
    ],
)
def test_a_mistake_in_the_file_is_named(file: Path, text: str, said: str) -> None:
    file.write_text(text)
    with pytest.raises(ConfigError) as raised:
        load(file, {})
    assert said in str(raised.value)


def test_an_unknown_key_is_answered_with_those_there_are(file: Path) -> None:
    file.write_text("telegram: {tokne: a}")
    with pytest.raises(ConfigError, match=r"known are .*telegram\.token"):
        load(file, {})


def test_a_file_that_is_not_there_is_named(file: Path) -> None:
    with pytest.raises(ConfigError, match=r"config\.yaml"):
        load(file, {})


@pytest.mark.parametrize("bad", [b"\xff\xfe", b"web: {host: \xb2\xe2}", b"a\0b"])
def test_a_file_that_is_no_text_is_named(file: Path, bad: bytes) -> None:
    file.write_bytes(bad)
    with pytest.raises(ConfigError, match=r"config\.yaml"):
        load(file, {})


@pytest.mark.parametrize(
    "port",
    ["-1", "65536", "http", "80.0", "0x50", "８０８０", " 80", "9" * 5000],
    ids=lambda p: p[:9],
)
def test_a_port_that_is_none_is_refused(port: str) -> None:
    with pytest.raises(ConfigError, match=r"web\.port"):
        load(None, {"JINGWU_PORT": port})


@pytest.mark.parametrize("key", ["questions_per_minute", "questions_per_minute_address"])
def test_a_limit_that_is_no_number_is_refused(file: Path, key: str) -> None:
    file.write_text(f"web: {{{key}: many}}")
    with pytest.raises(ConfigError, match=rf"web\.{key}: “many”"):
        load(file, {})


@pytest.mark.parametrize("proxies", ["proxy.example.org", "10.0.0.0/33", "10.0.0.1;10.0.0.2"])
def test_a_proxy_without_an_address_is_refused(proxies: str) -> None:
    with pytest.raises(ConfigError, match="JINGWU_TRUSTED_PROXIES"):
        load(None, {"JINGWU_TRUSTED_PROXIES": proxies})


def test_an_unknown_log_level_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"log\.level: “LOUD”"):
        load(None, {"JINGWU_LOG_LEVEL": "LOUD"})


# Staff.


@pytest.mark.parametrize(
    "ids",
    [
        "@officer",
        "officer",
        "-1001234567890",
        "0",
        "1087968824",
        "42,777000",
        "4 2",
        "４２",
        "9" * 17,
    ],
)
def test_whoever_is_no_single_person_is_no_admin(ids: str) -> None:
    with pytest.raises(ConfigError, match="JINGWU_ADMIN_IDS"):
        load(None, {"JINGWU_ADMIN_IDS": ids})


@pytest.mark.parametrize(
    "token", ["canary", "canary canary canary", "令牌" * 10, "aaaaaaaaaaaaaaaaaaaa", "a1" * 200]
)
def test_a_weak_admin_token_is_refused_and_not_repeated(token: str) -> None:
    with pytest.raises(ConfigError, match="JINGWU_ADMIN_TOKEN") as raised:
        load(None, {"JINGWU_ADMIN_TOKEN": token})
    assert token not in str(raised.value)


@pytest.mark.parametrize("chat", ["@staff", "0", "1.5"])
def test_a_staff_chat_is_a_number(chat: str) -> None:
    with pytest.raises(ConfigError, match="JINGWU_STAFF_CHAT"):
        load(None, {"JINGWU_STAFF_CHAT": chat})


def test_what_to_do_with_changed_content_is_one_of_three() -> None:
    with pytest.raises(ConfigError, match=r"content\.watch: “always”.*apply"):
        load(None, {"JINGWU_RELOAD_WATCH": "always"})


def test_an_unknown_kind_of_journal_is_refused(file: Path) -> None:
    file.write_text("journal: {text: full}")
    with pytest.raises(ConfigError, match=r"journal\.text: “full”"):
        load(file, {})


# Telegram.


def test_without_a_token_there_is_no_telegram() -> None:
    assert load(None, {}).telegram is None


def test_a_webhook_without_a_token_is_refused() -> None:
    environ = {name: value for name, value in WEBHOOK.items() if name != "TELEGRAM_BOT_TOKEN"}
    with pytest.raises(ConfigError, match="TELEGRAM_BOT_TOKEN"):
        load(None, environ)


def test_with_a_token_alone_it_polls() -> None:
    assert telegram({"TELEGRAM_BOT_TOKEN": TOKEN}) == Telegram(Secret(TOKEN))


@pytest.mark.parametrize(
    "token",
    ["token", "123456", "123456:", ":canary-token-canary-token", "123456:canary", f"{TOKEN}\n",
     f"bot{TOKEN}", f" {TOKEN}", f"{TOKEN}/../x"],
)  # fmt: skip
def test_what_is_no_token_is_refused_and_not_repeated(token: str) -> None:
    with pytest.raises(ConfigError, match="TELEGRAM_BOT_TOKEN") as raised:
        load(None, {"TELEGRAM_BOT_TOKEN": token})
    assert "canary" not in str(raised.value)


@pytest.mark.parametrize(
    "url",
    [
        "https://bot.example.org",
        "https://bot.example.org/",
        "https://bot.example.org/telegram/webhook/",
        "https://bot.example.org/other",
        "telegram/webhook",
        "https://[::1/telegram/webhook",
    ],
)
def test_a_webhook_elsewhere_is_refused(url: str) -> None:
    with pytest.raises(ConfigError, match="TELEGRAM_WEBHOOK_URL"):
        load(None, WEBHOOK | {"TELEGRAM_WEBHOOK_URL": url})


@pytest.mark.parametrize(
    "url",
    [
        "http://bot.example.org/telegram/webhook",
        "http://127.0.0.1.example.org/telegram/webhook",
        "http://127.0.0.1@example.org/telegram/webhook",
        "http://192.168.1.2/telegram/webhook",
        "ftp://127.0.0.1/telegram/webhook",
        "//127.0.0.1/telegram/webhook",
        "https:///telegram/webhook",
    ],
)
def test_a_webhook_that_is_not_https_is_refused(url: str) -> None:
    with pytest.raises(ConfigError, match="TELEGRAM_WEBHOOK_URL"):
        load(None, WEBHOOK | {"TELEGRAM_WEBHOOK_URL": url})


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "localhost", "[::1]:8443"])
def test_a_webhook_on_this_machine_may_be_http(host: str) -> None:
    url = f"http://{host}/telegram/webhook"
    assert telegram(WEBHOOK | {"TELEGRAM_WEBHOOK_URL": url}).webhook_url == url


def test_a_webhook_needs_a_secret() -> None:
    with pytest.raises(ConfigError, match="TELEGRAM_WEBHOOK_SECRET"):
        load(None, WEBHOOK | {"TELEGRAM_WEBHOOK_SECRET": ""})


@pytest.mark.parametrize(
    "token",
    ["123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11", "123456:your-bot-token-goes-here-please",
     "123456:xxxxxxxxxxxxxxxxxxxxxxxx", "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"],
)  # fmt: skip
def test_the_token_of_an_example_is_refused(token: str) -> None:
    with pytest.raises(ConfigError, match="TELEGRAM_BOT_TOKEN"):
        load(None, {"TELEGRAM_BOT_TOKEN": token})


WEAK = {
    "copied from an example": "example-secret-0123456789",
    "not filled in": "change_me_change_me_please",
    "short": "canary-012345",
    "long": "canary-0123" * 24,
    "other characters": "canary secret 0123456789",
    "a few characters over and over": "abcabcabcabcabcabcabc",
    "part of the token": TOKEN.partition(":")[2],
    "with a line end": f"{SECRET}\n",
}


@pytest.mark.parametrize("which", ["TELEGRAM_WEBHOOK_SECRET", "TELEGRAM_WEBHOOK_SECRET_PREVIOUS"])
@pytest.mark.parametrize("secret", WEAK.values(), ids=WEAK.keys())
def test_a_weak_secret_is_refused_and_not_repeated(which: str, secret: str) -> None:
    with pytest.raises(ConfigError, match="TELEGRAM_WEBHOOK_SECRET") as raised:
        load(None, WEBHOOK | {which: secret})
    assert "canary" not in str(raised.value)


def test_without_a_webhook_a_secret_does_not_matter() -> None:
    environ = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_WEBHOOK_SECRET": "weak"}
    assert telegram(environ).webhook_secrets == ()


# What must not be seen.


def test_a_configuration_shown_shows_no_secret() -> None:
    config = load(None, WEBHOOK | {"TELEGRAM_WEBHOOK_SECRET_PREVIOUS": f"{SECRET}-former"})
    for shown in (repr(config), str(config), f"{config}", f"{config.telegram}"):
        assert "canary" not in shown


def test_a_secret_shown_shows_nothing() -> None:
    secret = Secret("canary")
    assert "canary" not in f"{secret} {secret!r} {secret!s} {(secret,)}"
