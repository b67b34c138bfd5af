"""Files that cannot be read as YAML, or that YAML would read as something else."""

from tests.broken_trees.fault import Replaced, Row, Written
from tests.content import ITEMS, LOST, SOURCES

END = "# 完\n".encode()


def _bomb(levels: int) -> bytes:
    lines = [
        "a0: &a0 {k: v}",
        *(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, levels)),
    ]
    return "\n".join(lines).encode() + b"\n" + END


def _laughs(levels: int) -> bytes:
    lines = ["a0: &a0 [lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join(lines).encode() + b"\n" + END


SYNTAX = Replaced(
    "D01",
    LOST,
    [
        ("syntax", "answers:\n", " answers:\n"),
        ("syntax", "answers:\n", "answers\n"),
        ("syntax", "answers:\n  overview:\n", "answers:\n\toverview:\n"),
        ("syntax", "[补身份证多少钱, 补证收费多少]", "[补身份证多少钱, 补证收费多少"),
        ("syntax", "[补身份证多少钱, 补证收费多少]", "补身份证多少钱, 补证收费多少]"),
        ("syntax", 'en: "A new card costs {fee.amount}."', 'en: "A new card costs {fee.amount}.'),
        ("syntax", 'en: "A new card costs', 'en: "A \\q card costs'),
        ("syntax", "id: card_lost", "id: @card_lost"),
        ("syntax", "id: card_lost", "id: card_lost: lost"),
        ("syntax", "id: card_lost", "id: card_lost\n---\nid: card_lost"),
        ("syntax", "id: card_lost", "id: card_lost\n- x"),
        ("syntax", "id: card_lost", "id: card_lost\x07"),
        ("syntax", "answers:\n", "answers\uff1a\n"),
        ("comment", "[补身份证多少钱, 补证收费多少]", "[补身份证多少钱, 补证收费 #多少\n]"),
    ],
)
CUT = Replaced(
    "D02",
    ITEMS,
    [
        (
            "end_mark",
            "as_of: 2024-05\n    weaker_fields: {partly_unverified: [validity]}\n# 完\n",
            "",
        ),
        ("end_mark", "# 完\n", "# 完 \n"),
        ("end_mark", "# 完\n", ""),
        ("end_mark", "# 完\n", "#完\n"),
        ("end_mark", "# 完\n", "# 完\n\n  "),
    ],
)
EMPTY = Written(
    "D03",
    LOST,
    [
        ("end_mark", b""),
        ("end_mark", b"\n\n"),
        ("end_mark", b"# \n"),
        ("schema", b"null\n" + END),
        ("schema", b"[]\n" + END),
        ("schema", b"{}\n" + END),
        ("schema", b"~\n" + END),
        ("schema", b"card_lost\n" + END),
    ],
)
DUPLICATE_KEY = Replaced(
    "D07",
    ITEMS,
    [
        ("duplicate_key", "fee: {amount: 免费}", "fee: {amount: 免费, amount: 9元}"),
        (
            "duplicate_key",
            "    fee: {amount: 免费}\n",
            "    fee: {amount: 免费}\n    fee: {amount: 9元}\n",
        ),
        ("duplicate_key", "items:\n", "items: []\nitems:\n"),
    ],
)
TRAPS = Replaced(
    "D10",
    SOURCES,
    [
        ("schema", "compiled: 2026-11-23", "compiled: 8:30"),
        ("schema", "compiled: 2026-11-23", "compiled: 20261123"),
        ("schema", "compiled: 2026-11-23", "compiled: no"),
        ("schema", 'show_url_to_user: "true"', "show_url_to_user: 024"),
        ("schema", "date: 2022-04}", "date: 2022-13}"),
        ("schema", "date: 2022-04}", "date: [2022, 4]}"),
    ],
)
DEEP = Written(
    "D11",
    LOST,
    [
        ("depth", b"[" * 30_000 + b"]" * 30_000 + b"\n" + END),
        ("depth", b"{a: " * 15_000 + b"}" * 15_000 + b"\n" + END),
        ("depth", b"- " * 30_000 + b"x\n" + END),
        ("syntax", b"? " * 30_000 + b"x\n" + END),
    ],
)
ALIASES = Written(
    "D12",
    "words.yaml",
    [
        ("anchor", b"synonyms: &x []\n" + END),
        ("anchor", b"synonyms: *x\n" + END),
        ("merge", b"<<: {fillers: []}\n" + END),
        ("anchor", _bomb(22)),
        ("anchor", _laughs(10)),
    ],
)
TAGS = Written(
    "D13",
    "words.yaml",
    [
        ("tag", b"fillers: !!python/object/apply:os.system ['true']\n" + END),
        ("tag", b"fillers: !!python/name:os.system\n" + END),
        ("tag", b"fillers: [!!binary aGk=]\n" + END),
        ("tag", b"fillers: !local [x]\n" + END),
    ],
)
ENCODINGS = Written(
    "D15",
    "hosts.yaml",
    [
        ("encoding", "# 网站\nhosts: [www.gov.cn]\n# 完\n".encode("gbk")),
        ("encoding", "hosts: [www.gov.cn]\n# 完\n".encode("utf-16")),
        ("encoding", "hosts: [www.gov.cn]\n# 完\n".encode("utf-16-be")),
        ("encoding", b"hosts: [www.gov.cn]\n# \xff\n" + END),
        ("encoding", b"hosts: [www.gov.cn\x00]\n" + END),
    ],
)
ROWS: tuple[Row, ...] = (
    SYNTAX,
    CUT,
    EMPTY,
    DUPLICATE_KEY,
    TRAPS,
    DEEP,
    ALIASES,
    TAGS,
    ENCODINGS,
)
