import pytest

from bot.storage import UnknownStorage, open_storage
from bot.storage.address import shown
from tests.clock import FakeClock


@pytest.mark.parametrize(
    "url", ["", "jingwu.db", "sqlite://", "sqlite:///", "mysql://a/b", "sqlite:jingwu.db"]
)
async def test_an_address_that_names_no_database_is_refused(url: str, clock: FakeClock) -> None:
    with pytest.raises(UnknownStorage, match="DATABASE_URL"):
        await open_storage(url, clock)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("sqlite:///var/jingwu.db", "sqlite:///var/jingwu.db"),
        ("postgresql://host/name", "postgresql://host/name"),
        ("postgresql://me@host/name", "postgresql://me@host/name"),
        ("postgresql://me:canary@host/name", "postgresql://me:***@host/name"),
        ("postgresql://:canary@host/name", "postgresql://:***@host/name"),
        (
            "postgresql:///name?host=/run&password=canary",
            "postgresql:///name?host=/run&password=***",
        ),
    ],
)
def test_an_address_is_shown_without_its_password(url: str, said: str) -> None:
    assert shown(url) == said
