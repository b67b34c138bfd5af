from bot.config import Config
from bot.doctor import Case
from bot.doctor.wording import wording


async def test_cards_that_nobody_has_approved_are_called_a_draft() -> None:
    finding = await wording(Case(Config()))
    assert "草稿" in finding.said
    assert finding.is_well
