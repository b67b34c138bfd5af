"""What administrators are told in Telegram, in Chinese and English."""

from bot.administration.office import Difference
from bot.reload import wording
from bot.reload.building import Learning
from bot.reload.flips import Flips, report
from bot.reload.opening import Opened
from bot.reload.result import Result, Status, Wish
from faq.confirming import Act, Confirm, encode
from faq.model import Choice, Level
from faq.versions import Version
from handlers.messenger.desk import Said

LEARNT_FIRST = (
    "内容是新的,正在学习,学完自动开始回答;紧急卡片现在就有 / "
    "the content is new and is being learnt; it answers when that is done, cards are shown now"
)
_REASON_SEEN = "市民看不到原因,紧急卡片照常出现 / citizens do not see why; cards are shown"


def begun() -> Said:
    """That it has begun; the end is told later."""
    return Said("收到,正在检查,完成后告诉您 / received; you will be told how it ends")


def ended(wish: Wish, result: Result, admin: int) -> Said:
    """How it ended, with a button where it may go live all the same."""
    refused = result.refused
    text = wording.result(wish, result)
    if result.status is not Status.REFUSED or not refused or not refused.version:
        return Said(text)
    code = encode(Confirm(Act.ACCEPT, refused.version, admin))
    return Said(text, (Choice("仍然上线 / go live all the same", code),))


def refused_at_start(first: Opened) -> Said:
    """That the content in the folder is not what answers, and why."""
    errors = [str(one) for one in first.problems if one.level is Level.ERROR]
    number = first.standing.number
    answers = (
        "没有可用的内容,只显示紧急卡片 / nothing answers, only emergency cards are shown"
        if first.standing.live is None
        else f"先用上次的版本 #{number} 回答 / version #{number} answers instead"
    )
    head = f"启动时内容有 {len(errors)} 处错误 / errors in the content at the start; {answers}"
    return Said("\n".join([head, *errors]))


def learning(said: Learning) -> Said:
    """That it takes longer."""
    return Said(wording.learning(said))


def versions(kept: tuple[Version, ...], live: int | None) -> Said:
    """The versions, newest first."""
    if not kept:
        return Said("还没有存过版本 / no version is kept yet")
    return Said("\n".join(wording.version(one, live) for one in kept))


def which(name: str) -> Said:
    """That a number is missing."""
    return Said(f"请写版本号,例如 /{name} 12;用 /versions 查看 / add a number, see /versions")


def difference(found: Difference | None, admin: int) -> Said:
    """What going to a version would change."""
    if found is None:
        return _unknown()
    lines = wording.changes(found.changes) or ["没有不同 / no difference"]
    head = f"现在在用的 → #{found.number},{len(found.changes)} 处不同 / what is live → that:"
    buttons = (_rollback(found.number, admin),) if found.changes else ()
    return Said("\n".join([head, *lines]), buttons)


def confirm_rollback(found: Difference | None, admin: int) -> Said:
    """What a rollback would do, to be confirmed."""
    if found is None:
        return _unknown()
    head = f"确定退回 #{found.number}?/ go back to it? {wording.summary(found.changes)}"
    return Said(head, (_rollback(found.number, admin),))


def why() -> Said:
    """That a reason is missing."""
    return Said(f"请写原因,例如 /off 费用有误,正在核对。{_REASON_SEEN} / add a reason")


def turned_off(who: str, reason: str) -> Said:
    """That nothing is answered any more."""
    return Said(f"已停用({who}):{reason}。{_REASON_SEEN}。恢复:/on / turned off; /on to resume")


def turned_on(who: str) -> Said:
    """That it answers again."""
    return Said(f"已恢复回答({who})/ turned on")


def flips(found: Flips) -> Said:
    """Which answers changed; what citizens asked is only counted."""
    return Said(report(found, all_texts=False))


def _rollback(number: int, admin: int) -> Choice:
    code = encode(Confirm(Act.ROLLBACK, str(number), admin))
    return Choice(f"退回 #{number} / go back", code)


def _unknown() -> Said:
    return Said("没有这个版本,用 /versions 查看 / no such version, see /versions")
