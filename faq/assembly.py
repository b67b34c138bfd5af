"""The content tree assembled into one immutable Catalogue; every fault becomes a Problem.

编号与文件名:条目、转介等的 `id` 必须和文件名相同,整个内容里不重复;
条目放在它的类别的文件夹里。规则名:`id`。
改法:改 `id` 或改文件名,使两者一致。编号一旦用了就不再改。
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import BaseModel

from faq import yamltree
from faq.catalogue import PACKAGED, Catalogue
from faq.facts import Facts, cites, digest
from faq.guides.guide import Guide
from faq.loader import Known, Loader
from faq.model import Level, Policy, Problem
from faq.schema.catalogue import Item, ItemFile, SourceFile
from faq.schema.channels import ChannelFile
from faq.schema.city import CityFile
from faq.schema.entry import (
    ClarificationFile,
    EntryFile,
    FrameFile,
    ReferralFile,
    SmallTalkFile,
)
from faq.schema.guide import GuideFile, GuideWordsFile
from faq.schema.leading import LeadingFile
from faq.schema.safety import SafetyFile
from faq.schema.tables import (
    Borders,
    FacetFile,
    HostFile,
    HotlineFile,
    PhrasesFile,
    WithheldFile,
    WordsFile,
)
from faq.schema.turns import HalvesFile, TurnsFile

BORDERS = "borders.yaml"
_QUESTIONS = ("tests/", "unseen/")
_TOPICS = ("entries", "referrals", "frames", "small_talk", "clarifications")
TOPICS = tuple(f"{one}/*.yaml" if one != "entries" else "entries/*/*.yaml" for one in _TOPICS)
M = TypeVar("M", bound=BaseModel)
Named = TypeVar(
    "Named",
    EntryFile,
    ReferralFile,
    FrameFile,
    SmallTalkFile,
    ClarificationFile,
    CityFile,
    GuideFile,
)


@dataclass(frozen=True, slots=True)
class Content:
    """What was read: the catalogue if it is whole, the trees for places, the problems."""

    catalogue: Catalogue | None
    trees: Mapping[str, yamltree.Tree]
    problems: tuple[Problem, ...]


def load(root: Path = PACKAGED, known: Known | None = None) -> Content:
    """Read the content tree at ``root``; ``known`` files that are the same have no trees."""
    if not root.is_dir():
        message = "找不到内容目录 / there is no such content folder"
        problem = Problem(str(root), 1, 1, Level.ERROR, "file", message)
        return Content(None, {}, (problem,))
    loader = Loader(root, known)
    catalogue = _catalogue(loader)
    for name in loader.left_unread():
        if not name.startswith(_QUESTIONS):
            message = "这个文件放错了地方或名字不对,读不到 / is in no place where it is read"
            loader.problems.append(Problem(name, 1, 1, Level.ERROR, "file", message))
    return Content(
        None if loader.problems else catalogue, loader.trees, tuple(sorted(loader.problems))
    )


def items(loader: Loader) -> Mapping[str, tuple[str, ItemFile]]:
    """The item files by category, with their names; ids used twice are reported."""
    found: dict[str, tuple[str, ItemFile]] = {}
    seen: dict[str, str] = {}
    for name in loader.names("catalogue/*.yaml"):
        if name == "catalogue/sources.yaml":
            continue
        record = loader.file(name, ItemFile)
        if record is None:
            continue
        stem = Path(name).stem
        if record.category != stem:
            loader.report(name, ("category",), "id", f"应与文件名相同 / must be {stem}")
        for at, item in enumerate(record.items):
            if item.id in seen:
                message = f"事项 {item.id} 已在 {seen[item.id]} / item is already in that file"
                loader.report(name, ("items", at, "id"), "id", message)
            seen[item.id] = name
        found[record.category] = (name, record)
    return found


def _catalogue(loader: Loader) -> Catalogue | None:
    files = items(loader)
    sources = loader.file("catalogue/sources.yaml", SourceFile)
    withheld = loader.file("withheld.yaml", WithheldFile)
    facets = loader.file("facets.yaml", FacetFile)
    words = loader.file("words.yaml", WordsFile)
    borders = _optional(loader, BORDERS, Borders)
    turns = _optional(loader, "turns.yaml", TurnsFile)
    halves = _optional(loader, "halves.yaml", HalvesFile)
    leading = _optional(loader, "leading.yaml", LeadingFile)
    safety = _optional(loader, "safety.yaml", SafetyFile)
    cities = _by_id(loader, "cities/*.yaml", CityFile)
    uses = _optional(loader, "channels.yaml", ChannelFile)
    hosts = loader.file("hosts.yaml", HostFile)
    hotlines = loader.file("hotlines.yaml", HotlineFile)
    zh = loader.file("phrases/zh.yaml", PhrasesFile)
    en = loader.file("phrases/en.yaml", PhrasesFile)
    topics = _topics(loader)
    guides = _by_id(loader, "guides/*.yaml", GuideFile)
    guide_words = _optional(loader, "guide_words.yaml", GuideWordsFile)
    _check_ids(loader, files)
    if not (sources and withheld and facets and words and hosts and hotlines and zh and en):
        return None
    every = [item for _, record in files.values() for item in record.items]
    return Catalogue(
        version=_version(loader),
        categories={
            key: tuple(item.id for item in record.items) for key, (_, record) in files.items()
        },
        facts=MappingProxyType({item.id: _facts(item, withheld, facets) for item in every}),
        sources={source.ref: source for source in sources.sources},
        channels={channel.key: channel for channel in sources.channels},
        hotlines={hotline.number: hotline for hotline in hotlines.hotlines},
        hosts=hosts.hosts,
        words=words,
        borders=borders or Borders(),
        guides={name: Guide(file) for name, file in guides.items()},
        guide_words=guide_words or GuideWordsFile(),
        phrases={"zh": zh, "en": en},
        facets=facets.facets,
        compiled=sources.compiled,
        turns=turns or TurnsFile(),
        halves=halves or HalvesFile(),
        leading=leading or LeadingFile(),
        safety=safety or SafetyFile(),
        cities=cities,
        uses=uses.channels if uses else {},
        files=loader.read,
        **topics,  # type: ignore[arg-type]
    )


def _topics(loader: Loader) -> dict[str, Mapping[str, object]]:
    """All that can be asked about, by kind."""
    return {
        "entries": _by_id(loader, "entries/*/*.yaml", EntryFile),
        "referrals": _by_id(loader, "referrals/*.yaml", ReferralFile),
        "frames": _by_id(loader, "frames/*.yaml", FrameFile),
        "small_talk": _by_id(loader, "small_talk/*.yaml", SmallTalkFile),
        "clarifications": _by_id(loader, "clarifications/*.yaml", ClarificationFile),
    }


def _optional(loader: Loader, name: str, model: type[M]) -> M | None:
    return loader.file(name, model) if loader.has(name) else None


def _by_id(loader: Loader, pattern: str, model: type[Named]) -> Mapping[str, Named]:
    found: dict[str, Named] = {}
    for name, record in loader.folder(pattern, model):
        if record.id != Path(name).stem:
            loader.report(name, ("id",), "id", f"应与文件名相同 / must be {Path(name).stem}")
        if record.id in found:
            loader.report(name, ("id",), "id", f"{record.id} 已被使用 / id is already used")
        found[record.id] = record
    return MappingProxyType(found)


def _check_ids(loader: Loader, files: Mapping[str, tuple[str, ItemFile]]) -> None:
    """An id stands for one topic, and an entry stands in the folder of its item's category."""
    category = {item.id: name for name, (_, record) in files.items() for item in record.items}
    taken: dict[str, str] = {}
    for name in sorted(loader.read):
        kind, _, rest = name.partition("/")
        topic = Path(name).stem
        if kind not in _TOPICS:
            continue
        if taken.setdefault(topic, kind) != kind:
            loader.report(name, ("id",), "id", f"{topic} 已被使用 / id is already used")
        folder = Path(rest).parent.name
        if kind == "entries" and category.get(topic, folder) != folder:
            message = f"应放在 entries/{category[topic]} / belongs into that folder"
            loader.report(name, ("id",), "id", message)


def _facts(item: Item, withheld: WithheldFile, facets: FacetFile) -> Facts:
    rules = tuple(rule for rule in withheld.withheld if cites(item, rule.law))
    policy = item.answer_policy
    if rules and policy is Policy.STATE:
        policy = Policy.STATE_WITH_DATE
    return Facts(item, policy, rules, tuple(facets.picks.items()))


def _version(loader: Loader) -> str:
    return digest("".join(f"{name}\0{one.value}\n" for name, one in sorted(loader.read.items())))
