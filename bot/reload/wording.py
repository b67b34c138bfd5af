"""What staff are told about content, in Chinese and English; citizens read none of it."""

from collections.abc import Iterable
from datetime import datetime, timedelta, timezone

from bot.reload.building import Learning, Refused
from bot.reload.difference import Change
from bot.reload.result import Result, Status, Wish
from faq.model import Level
from faq.versions import Version

_BEIJING = timezone(timedelta(hours=8))
_FEW = 3
_LONGEST = 60

_ENDED = {
    Status.LIVE: "已上线 / live",
    Status.UNCHANGED: "内容没有变化 / nothing changed",
    Status.HELD: "目录里的内容已被退回,改过再上线 / this content was rolled back; change it first",
    Status.PASSED: "检查通过,没有上线(只检查)/ passed the check, not live (check only)",
    Status.REFUSED: "没有上线,原来的内容照常回答 / refused, the former content answers",
    Status.CRASHED: "检查没有做完,没有上线 / the check did not finish, nothing changed",
    Status.UNKNOWN: "没有这个版本,用 /versions 查看 / no such version, see /versions",
}


def result(wish: Wish, ended: Result) -> str:
    """How a wish ended, with everything needed to go on."""
    lines = [f"{_ENDED[ended.status]}: {_version(ended)}({wish.who})"]
    if ended.note:
        lines.append(ended.note)
    if ended.changes:
        lines += ["", *changes(ended.changes)]
    if ended.refused:
        lines += ["", *refused(ended.refused)]
    return "\n".join(lines)


def _version(ended: Result) -> str:
    number = f"#{ended.number} " if ended.number is not None else ""
    return f"{number}{ended.version or '没有内容在用 / no content'}"


def refused(why: Refused) -> list[str]:
    """Why content was refused."""
    if why.removed:
        head = (
            f"要删除 {len(why.removed)} 个条目,超过五分之一 / more than a fifth of the entries go:"
        )
        return [head, *why.removed]
    if why.failing:
        head = (
            f"{len(why.failing)} 个原来答得对的测试问题现在答不对(tests/_known_failures.yaml "
            "可以列出允许的)/ questions that were helped before and are not now:"
        )
        return [head, *why.failing]
    errors = [str(one) for one in why.problems if one.level is Level.ERROR]
    return [f"{len(errors)} 处错误 / errors:", *errors]


def learning(said: Learning) -> str:
    """That it takes longer this time."""
    return (
        f"问法变了,要重新学习,大约 {said.seconds} 秒;这段时间照旧回答 / "
        f"phrasings changed: learning takes about {said.seconds} s, the former content answers"
    )


def changes(found: Iterable[Change]) -> list[str]:
    """Every change, one a line."""
    return [change(one) for one in found]


def change(one: Change) -> str:
    """A change on one line."""
    if not one.path:
        return f"{one.file}: {'新文件 / new file' if one.before is None else '删除 / removed'}"
    place = f"{one.file}: {one.path}: "
    if one.before is None:
        return f"{place}+ {_cut(one.after)}"
    if one.after is None:
        return f"{place}- {_cut(one.before)}"
    return f"{place}{_cut(one.before)} → {_cut(one.after)}"


def summary(found: tuple[Change, ...]) -> str:
    """Changes in a few words, for the list of versions."""
    if len(found) <= _FEW:
        return "; ".join(changes(found))
    files = dict.fromkeys(one.file for one in found)
    shown = ", ".join(list(files)[:_FEW])
    return f"{len(found)} 处 / changes, {len(files)} 个文件 / files: {shown}…"


def version(one: Version, live: int | None) -> str:
    """A version as the list shows it."""
    at = datetime.fromtimestamp(one.at, _BEIJING).strftime("%Y-%m-%d %H:%M")
    mark = " ← 在用 / live" if one.number == live else ""
    return f"#{one.number} {one.digest} {at} {one.who}{mark}\n    {one.difference}"


def _cut(text: str | None) -> str:
    line = " ".join((text or "").split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
