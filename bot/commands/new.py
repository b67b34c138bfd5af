"""`jingwu new`: a draft of an entry with its item, of a referral or a clarification."""

import argparse
import os
from pathlib import Path

from bot.clock import SystemClock
from bot.commands import Commands, add_content
from bot.commands.failure import Failure
from faq import yamltree
from faq.assembly import TOPICS, items
from faq.build import drafts
from faq.loader import Loader
from faq.schema.catalogue import is_id

_FOLDERS = {"referral": "referrals", "clarification": "clarifications"}


def add(commands: Commands) -> None:
    """Add the command's arguments."""
    parser = commands.add_parser("new", help="新建条目等的草稿 / a draft of a new entry")
    parser.add_argument("kind", choices=["entry", "referral", "clarification"])
    parser.add_argument("id", help="编号:小写字母、数字、下划线 / lower case letters, digits, _")
    parser.add_argument("--category", help="类别,新建条目要给 / the category of an entry")
    add_content(parser)
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Write the draft and say what to do next."""
    root: Path = options.content
    if not root.is_dir():
        raise Failure(f"{root}: 找不到内容目录 / there is no such content folder")
    loader = Loader(root)
    categories = _free(loader, options.id)
    if options.kind == "entry":
        written = _entry(loader, options.id, _category(options.category, categories))
    else:
        name = f"{_FOLDERS[options.kind]}/{options.id}.yaml"
        draft = drafts.referral if options.kind == "referral" else drafts.clarification
        written = [_create(root, name, draft(options.id))]
    print("已写 / written:", *(f"  {name}" for name in written), sep="\n")
    print(
        "下一步:打开上面的文件,把【待填…】都换掉,再运行 jingwu check、jingwu build、"
        f"jingwu preview {options.id}\n"
        "next: fill in the blanks, then jingwu check, jingwu build, jingwu preview"
    )
    return 0


def _free(loader: Loader, name: str) -> dict[str, str]:
    """The names of the categories, after making sure that ``name`` may be used."""
    if not is_id(name):
        raise Failure(
            f"编号“{name}”不行:小写字母开头,只用小写字母、数字、下划线,2 到 48 个 / "
            "an id is 2 to 48 lower case letters, digits and _, a letter first"
        )
    files = items(loader)
    if loader.problems:
        raise Failure(f"先改好 / mend this first: {loader.problems[0]}")
    taken = {item.id: path for path, record in files.values() for item in record.items}
    for pattern in TOPICS:
        taken |= {Path(path).stem: path for path in loader.names(pattern)}
    if name in taken:
        raise Failure(f"{name} 已在 {taken[name]} / is already used there")
    return {category: record.name for category, (_, record) in files.items()}


def _category(chosen: str | None, categories: dict[str, str]) -> str:
    if chosen in categories:
        return str(chosen)
    listed = "\n".join(f"  {name}  {title}" for name, title in categories.items())
    raise Failure(f"用 --category 给一个类别 / choose a category:\n{listed}")


def _entry(loader: Loader, name: str, category: str) -> list[str]:
    listed, path = f"catalogue/{category}.yaml", f"entries/{category}/{name}.yaml"
    old = (loader.root / listed).read_text("utf-8-sig")
    new = drafts.with_item(old, name, SystemClock().today().isoformat())
    _make_sure(new, listed, name)
    created = _create(loader.root, path, drafts.entry(name))
    beside = loader.root / f"{listed}.{os.getpid()}"
    beside.write_text(new, "utf-8")
    beside.replace(loader.root / listed)
    return [listed, created]


def _make_sure(text: str, path: str, name: str) -> None:
    """The catalogue must be laid out so that what is added at its end is an item."""
    try:
        value = yamltree.parse(text.encode(), path).value
    except yamltree.Refused as refused:
        value = str(refused.problem)
    found = value.get("items") if isinstance(value, dict) else None
    last = found[-1] if isinstance(found, list) and found else None
    if not isinstance(last, dict) or last.get("id") != name:
        raise Failure(f"{path} 的最后不是事项清单,请手工添加 / does not end with its items")


def _create(root: Path, name: str, text: str) -> str:
    file = root / name
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8") as out:
            out.write(text)
    except OSError as error:
        raise Failure(f"写不了 {name} / cannot be written: {error.strerror}") from None
    return name
