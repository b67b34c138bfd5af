"""The bot to compare with: python-telegram-bot with its defaults, which repeats what it is told."""

import os

import telegram
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def _echo(update: telegram.Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def main() -> None:
    """Poll for ever."""
    root = os.environ["TELEGRAM_API_ROOT"]
    builder = Application.builder().token(os.environ["TELEGRAM_BOT_TOKEN"])
    application = builder.base_url(f"{root}/bot").base_file_url(f"{root}/file/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, _echo))
    application.run_polling()


if __name__ == "__main__":
    main()
