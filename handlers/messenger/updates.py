"""Updates as Telegram sends them, read with care: the library raises all kinds of errors."""

import telegram

from handlers.messenger.courier import quietly


def read(raw: object, bot: telegram.Bot) -> telegram.Update | None:
    """The update that ``raw`` describes; None for anything the library cannot read."""
    if not isinstance(raw, dict) or type(raw.get("update_id")) is not int:
        return None
    try:
        with quietly():
            return telegram.Update.de_json(raw, bot)
    except (ArithmeticError, AttributeError, LookupError, OSError, RecursionError):
        return None
    except (TypeError, ValueError):
        return None
