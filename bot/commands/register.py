"""Every command there is, in the order that `jingwu --help` lists them."""

from bot.commands import (
    ask,
    build,
    chat,
    check,
    doctor,
    migrate,
    new,
    preview,
    rules,
    run,
    schemas,
    table,
)

COMMANDS = (run, ask, chat, check, new, preview, build, rules, schemas, table, migrate, doctor)
