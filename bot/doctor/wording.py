"""Whether those who must approve what is said to people in danger have done so."""

from bot.doctor import Case, Finding
from faq import cards


async def wording(_case: Case) -> Finding:
    """Whether the emergency cards are still a draft; that alone is nothing to be mended here."""
    name = "cards 紧急提示卡"
    if not cards.IS_DRAFT:
        return Finding(name, "已审定 / approved")
    return Finding(
        name,
        "草稿:上线前请民警和心理危机干预专业人员审定 docs/cards.md / "
        "a draft: police staff and a suicide-prevention professional must read it before launch",
    )
