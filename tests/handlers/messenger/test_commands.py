import pytest

from faq.codes import COMMANDS
from faq.model import Language
from handlers.messenger.commands import Command, read, set_commands
from tests.handlers.messenger.conftest import Conversation


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/start", Command("start")),
        ("/Help now", Command("help", payload="now")),
        ("/menu@jingwu_bot", Command("menu", "jingwu_bot")),
        ("/start\nx", Command("start", payload="x")),
        ("/start e_id_card_lost-fee", Command("start", payload="e_id_card_lost-fee")),
        ("/start@jingwu_bot e_a", Command("start", "jingwu_bot", "e_a")),
        ("/start 身份证", Command("start")),
        ("/start e_a e_b", Command("start")),
        ("/身份证", None),
        ("/ start", None),
        ("a /start", None),
        ("/", None),
    ],
)
def test_a_command_starts_with_a_slash_and_a_name(text: str, command: Command | None) -> None:
    assert read(text) == command


@pytest.mark.parametrize("name", COMMANDS)
async def test_a_command_is_a_choice(talk: Conversation, name: str) -> None:
    await talk.say(f"/{name}")
    assert talk.assistant.chosen[0].text == name


async def test_a_link_leads_straight_to_its_answer(talk: Conversation) -> None:
    await talk.say("/start e_id_card_lost-fee")
    assert talk.assistant.chosen[0].text == "e:id_card_lost:f"


async def test_only_start_follows_a_link(talk: Conversation) -> None:
    await talk.say("/help e_id_card_lost")
    assert talk.assistant.chosen[0].text == "help"


async def test_a_command_is_in_the_language_of_the_app(talk: Conversation) -> None:
    await talk.say("/start", language_code="en-GB")
    assert talk.assistant.chosen[0].language is Language.EN


async def test_an_unknown_command_explains_the_bot(talk: Conversation) -> None:
    await talk.say("/settings")
    assert talk.assistant.chosen[0].text == "help"


async def test_the_menu_of_commands_is_in_both_languages(talk: Conversation) -> None:
    await set_commands(talk.bot, talk.assistant)
    described = {
        code: [(one["command"], one["description"]) for one in commands]
        for code, commands in talk.fake.store.commands.items()
    }
    english = [(name, f"command_{name} en") for name in COMMANDS]
    chinese = [(name, f"command_{name} zh") for name in COMMANDS]
    assert described == {"": english, "en": english, "zh": chinese}
