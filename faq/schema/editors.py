"""JSON Schemas of the content files, with which an editor completes fields and marks mistakes.

They are made from the models, with a word in Chinese on each field. Where a model wants text, a
number without quotes is fine as well: everything in a content file is read as text.
"""

import json
from collections.abc import Mapping
from typing import TypeAlias

from pydantic import BaseModel

from faq.schema.catalogue import ItemFile, SourceFile
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
from faq.schema.questions import KnownFailures, QuestionFile
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

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

FOLDER = "schemas"
MODELS: Mapping[str, tuple[str, type[BaseModel]]] = {
    "sources": ("catalogue/sources.yaml", SourceFile),
    "items": ("catalogue/[!s]*.yaml", ItemFile),
    "entry": ("entries/*/*.yaml", EntryFile),
    "referral": ("referrals/*.yaml", ReferralFile),
    "frame": ("frames/*.yaml", FrameFile),
    "small_talk": ("small_talk/*.yaml", SmallTalkFile),
    "clarification": ("clarifications/*.yaml", ClarificationFile),
    "guide": ("guides/*.yaml", GuideFile),
    "guide_words": ("guide_words.yaml", GuideWordsFile),
    "city": ("cities/*.yaml", CityFile),
    "phrases": ("phrases/*.yaml", PhrasesFile),
    "known_failures": ("tests/_known_failures.yaml", KnownFailures),
    "questions": ("tests/[!_]*.yaml", QuestionFile),
    "unseen": ("unseen/[!_]*.yaml", QuestionFile),
    "borders": ("borders.yaml", Borders),
    "channels": ("channels.yaml", ChannelFile),
    "facets": ("facets.yaml", FacetFile),
    "halves": ("halves.yaml", HalvesFile),
    "hosts": ("hosts.yaml", HostFile),
    "hotlines": ("hotlines.yaml", HotlineFile),
    "leading": ("leading.yaml", LeadingFile),
    "safety": ("safety.yaml", SafetyFile),
    "turns": ("turns.yaml", TurnsFile),
    "withheld": ("withheld.yaml", WithheldFile),
    "words": ("words.yaml", WordsFile),
}
_MEANINGS = {
    "id": "编号:小写字母、数字、下划线,和文件名相同,永远不改",
    "name": "名称",
    "name_en": "英文名称",
    "aliases": "别名:人们怎么叫它",
    "audience": "给谁的",
    "conditions": "条件,一行一条",
    "materials": "材料,一行一条",
    "steps": "步骤:online 网上、self_service 自助机、window 窗口",
    "where": "在哪办:tier 层级,note 说明",
    "tier": "层级:police_station 派出所、county_hall 县级大厅、city_hall 市级大厅……",
    "time_limit": "时限:statutory 法定,promised 承诺",
    "statutory": "法定时限,如 60日内",
    "promised": "承诺时限,如 7个工作日",
    "fee": "费用:amount 多少,basis 依据",
    "amount": "多少钱,如 40元;不收费写 免费",
    "basis": "收费依据的文件",
    "validity": "证件有效期,如 10年",
    "legal_basis": "法律依据,一行一条",
    "channels": "网上渠道的代号,见 catalogue/sources.yaml",
    "hotlines": "电话,必须在 hotlines.yaml 里",
    "pitfalls": "容易出错的地方",
    "related": "相关事项的编号",
    "sources": "来源:ref 代号,supports 支持什么",
    "confidence": "可信程度",
    "answer_policy": "怎么答:state 直接说、state_with_date 带日期说、refer_only 只指路",
    "as_of": "截至哪天核对过,如 2026-11 或 2026-11-23",
    "valid_until": "有效到哪天,如 2027-12-31;过了检查会报错",
    "review_by": "哪天以前要复核;过了检查会提醒",
    "unverified": "没有来源的先放这里,永远不给市民看",
    "phrasings": "问法:人们会怎么问",
    "answers": "按方面写的答案",
    "built": "程序写的,不要改",
    "staff": "人写的,有它就用它",
    "digest": "程序用的,不要改",
    "checked": "程序用的,不要改",
    "same_as": "和哪些条目本来是一回事",
    "text": "说给市民的话",
    "ask": "反问的话",
    "choices": "给市民选的条目编号,二到五个,最可能的在前",
    "zh": "中文",
    "en": "英文",
    "evidence": "依据:从哪里知道的",
    "checked_on": "哪天核对的",
}


def schemas() -> dict[str, str]:
    """Every schema as the text of its file, by its name."""
    return {name: _text(model) for name, (_, model) in MODELS.items()}


def settings(content: str) -> str:
    """What tells VS Code's YAML extension which schema is for which file below ``content``."""
    paired = {
        f"{content}/{FOLDER}/{name}.json": f"{content}/{pattern}"
        for name, (pattern, _) in MODELS.items()
    }
    return json.dumps({"yaml.schemas": paired}, indent=2) + "\n"


def _text(model: type[BaseModel]) -> str:
    schema = _eased(model.model_json_schema())
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _eased(schema: Json) -> Json:
    """The schema with numbers allowed for text, without titles, fields said in Chinese."""
    if isinstance(schema, list):
        return [_eased(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: part for key, part in schema.items() if key not in ("title", "default")}
    fields = kept.pop("properties", None)
    eased = {key: _eased(part) for key, part in kept.items()}
    if eased.get("type") == "string" and "enum" not in eased and "const" not in eased:
        eased["type"] = ["string", "number", "boolean"]
    if eased.get("type") == "boolean":
        eased["type"] = ["boolean", "string"]
    if isinstance(fields, dict):
        eased["properties"] = {name: _said(name, _eased(one)) for name, one in fields.items()}
    return eased


def _said(name: str, field: Json) -> Json:
    if isinstance(field, dict) and name in _MEANINGS:
        return {**field, "description": _MEANINGS[name]}
    return field
