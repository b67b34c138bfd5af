"""Files that are sound YAML and say something that must not go live."""

from tests.broken_trees.fault import Replaced, Row
from tests.content import ITEMS, LOST, SOURCES

_FEE = "补领收费{fee.amount}"
_STEP = "[到窗口填表, 核对指纹]"

SAME_QUESTION = Replaced(
    "D08",
    LOST,
    [
        ("phrasings", "补证收费多少", "核查身份证去哪"),
        ("phrasings", "补证收费多少", "核查 身份证，去哪？"),
        ("phrasings", "补证收费多少", "核查身份證去哪"),
        ("confusable", "补证收费多少", "身份证核查"),
    ],
)
FIELDS = Replaced(
    "D09",
    ITEMS,
    [
        ("schema", "materials: [介绍信]", "material: [介绍信]"),
        ("schema", "materials: [介绍信]", "materials: 介绍信"),
        ("schema", "materials: [介绍信]", "materials: ['']"),
        ("schema", "    name_en: Identity card check\n", ""),
        ("schema", "answer_policy: state\n", "answer_policy: tell\n"),
        ("schema", "id: card_check", "id: Card-Check"),
        ("schema", "id: card_check", "id: ../card_check"),
        ("id", "id: card_check", "id: card_lost"),
        ("id", "category: identity_card", "category: traffic"),
        ("references", "related: [card_check]", "related: [card_none]"),
        ("references", "{ref: L_ID,", "{ref: L_NONE,"),
        ("references", "[LNAPP, GAT]", "[LNAPP, NONE]"),
        ("references", "[police_station, county_hall]", "[police_station, moon]"),
        ("sources", "    sources: [{ref: W_NEWS, supports: 核查}]\n", ""),
    ],
)
ENTRIES = Replaced(
    "D09",
    LOST,
    [
        ("schema", "id: card_lost", "id: card_lost\nlevel: 1"),
        ("schema", "  fee:\n", "  price:\n"),
        ("schema", "answers:\n", "answers: []\nreplies:\n"),
        ("id", "id: card_lost", "id: card_gone"),
        ("references", "id: card_lost", "id: card_lost\nsame_as: [card_none]"),
        ("languages", "answers:\n  overview:\n", "answers:\n  steps:\n"),
        ("placeholders", _FEE, "补领收费{fees}"),
        ("placeholders", _FEE, "补领收费{fee.amount"),
        ("placeholders", _FEE, "补领收费{card_none:fee.amount}"),
        ("placeholders", _FEE, "补领收费{fee.amount#3}"),
        ("staff_figures", _FEE, "补领收费40元"),
        ("number_words", _FEE, "补领收费三十元"),
        ("languages", _FEE, "A new card costs money"),
    ],
)
LINKS = Replaced(
    "D17",
    SOURCES,
    [
        ("links", "https://gat.ln.gov.cn", "https://gat.ln.gov.cn.evil.com"),
        ("links", "https://gat.ln.gov.cn", "https://www.baidu.com"),
        ("links", "https://gat.ln.gov.cn", "http://gat.ln.gov.cn"),
        ("links", "https://gat.ln.gov.cn", "https://gat.ln.gov.cn:8443"),
        ("links", "https://gat.ln.gov.cn", "https://gat.ln.gov.cn@evil.com"),
        ("links", "https://gat.ln.gov.cn", "https://218.60.1.1"),
        ("letters", "https://gat.ln.gov.cn", "https://gat.ln.g\u043ev.cn"),
    ],
)
TEXT_LINKS = Replaced(
    "D18",
    LOST,
    [
        ("links", _FEE, "见 https://evil.com"),
        ("links", _FEE, "见javascript:alert(1)"),
        ("links", _FEE, "见tg://resolve?domain=x"),
        ("links", _FEE, "见 https://t.cn/abc"),
        ("links", _FEE, "发到police@evil.com"),
        ("links", _FEE, "加 @jingwu_help"),
    ],
)
TELEPHONES = Replaced(
    "D19",
    LOST,
    [
        ("hotlines", _FEE, "先打12308"),
        ("staff_figures", _FEE, "先打024-23456701"),
        ("staff_figures", _FEE, "先打13812345678"),
    ],
)
MARKUP = Replaced(
    "D20",
    LOST,
    [
        ("markup", _FEE, "<b>收费"),
        ("markup", _FEE, "**收费**"),
        ("markup", _FEE, "[收费](标准)"),
        ("markup", _FEE, "收费&nbsp;"),
    ],
)
WRONG_FACTS = Replaced(
    "D21",
    ITEMS,
    [
        ("contradictions", _STEP, "[缴费20元, 核对指纹]"),
        ("contradictions", _STEP, "[10年有效, 核对指纹]"),
        ("contradictions", "[介绍信]", "[身份证补领收20元]"),
        ("sources", 'hotlines: ["12345"]', 'hotlines: ["96118"]'),
    ],
)
FREE = Replaced("D21", LOST, [("contradictions", f"{_FEE}。", "补领免费。")])
PROTECTED = Replaced("D22", "hotlines.yaml", [("tables", 'number: "12345"', 'number: "12346"')])
DATES = Replaced(
    "D25",
    ITEMS,
    [
        ("dates", "as_of: 2024-05", "as_of: 2999-05"),
        ("dates", "as_of: 2024-05", "as_of: 2024-02-30"),
        ("dates", "as_of: 2024-05", "valid_until: 2020-01-01"),
    ],
)
LETTERS = Replaced(
    "H04",
    LOST,
    [
        ("letters", _FEE, "\u202e补领收费"),
        ("letters", _FEE, "补\u200b领收费"),
        ("letters", _FEE, "补領收費"),
        ("letters", "补证收费多少", "补\ufffd收费多少"),
    ],
)
ROWS: tuple[Row, ...] = (
    SAME_QUESTION,
    FIELDS,
    ENTRIES,
    LINKS,
    TEXT_LINKS,
    TELEPHONES,
    MARKUP,
    WRONG_FACTS,
    FREE,
    PROTECTED,
    DATES,
    LETTERS,
)
