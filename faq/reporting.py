"""Somebody reports a matter to this chat: it says first that nobody at the police reads it."""

import re
from dataclasses import replace

from faq.composing import Composer
from faq.model import Block, BlockKind, Outcome, Reply

_REPORTS = re.compile(
    r"(?:我|俺|咱)们?(?:现在)?(?:就|是)?(?:要|想|来|得|在)(?:跟你|向你|给你|跟您|向您)?们?"
    r"(?:报(?:个)?案|报(?:个)?警|举报|检举|揭发)"
    r"|(?:跟|向|给)[你您]们?(?:报案|报警|举报|检举|反映|提供线索)"
    r"|(?:收到|受理|处理)了?(?:我|俺)(?:的|们的)?(?:报案|报警|举报|线索)"
    r"|\bi(?:'d| would)? (?:want|like|need|wish) to (?:report|file a report)\b",
    re.IGNORECASE,
)
_SPOKEN = (Outcome.REFUSED, Outcome.EMERGENCY)  # they say it themselves, or it is beside the point


def with_channel(reply: Reply, text: str, composer: Composer) -> Reply:
    """``reply``, after a line on where to report and what to have ready if ``text`` reports."""
    if reply.alert or reply.outcome in _SPOKEN or not _REPORTS.search(text):
        return reply
    line = Block(BlockKind.LEAD, composer.phrase("report_channel"))
    return replace(reply, blocks=(line, *reply.blocks))
