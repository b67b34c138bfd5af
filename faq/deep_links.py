"""Addresses that lead straight to an answer or a guide: `/start e_id_card_lost-fee`,
`/?e=id_card_lost`, `/start g_temporary_id`.
"""

from faq import codes
from faq.model import Facet

_MENU = codes.encode(codes.Command("menu"))


def code_of(payload: str) -> str:
    """The code that a link's payload stands for; all categories for one we did not make."""
    kind, _, name = payload.partition("_")
    entry, _, facet = name.partition("-")
    if kind not in ("e", "g") or not entry:
        return _MENU
    asked = Facet(facet) if facet in set(Facet) else Facet.OVERVIEW
    code = codes.encode(codes.Answer(entry, asked) if kind == "e" else codes.Guide(name))
    return code if len(code.encode()) <= codes.MAX_BYTES else _MENU
