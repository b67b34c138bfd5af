"""Small guides as their YAML says them: a table and a tree."""

from faq.guides.guide import Guide
from faq.schema.guide import GuideFile


def texts(said: str) -> dict[str, str]:
    return {"zh": said, "en": f"{said} en"}


def question(code: str, options: dict[str, dict[str, object]]) -> dict[str, object]:
    return {
        "code": code,
        "name": texts(f"name {code}"),
        "ask": texts(f"ask {code}"),
        "options": {
            name: {"code": name[0], "label": texts(f"label {name}"), **more}
            for name, more in options.items()
        },
    }


TABLE: dict[str, object] = {
    "id": "trip",
    "name": texts("trip"),
    "button": texts("button"),
    "entry": "card_lost",
    "most": 3,
    "questions": {
        "need": question("n", {"train": {"words": {"zh": ["火车", "站"]}}, "plane": {}}),
        "has": question(
            "h",
            {
                "lost": {"words": {"zh": ["丢", "火车票丢"]}, "replies": {"zh": ["没了"]}},
                "passport": {"words": {"zh": ["护照"]}, "only": {"who": ["foreigner"]}},
            },
        ),
        "who": question("w", {"citizen": {}, "foreigner": {"words": {"zh": ["老外"]}}}),
        "phone": question("p", {"yes": {}, "none": {"words": {"zh": ["没手机"]}}}),
    },
    "rows": [
        {"id": "R1", "when": {"has": ["passport"]}, "outcome": "free"},
        {"id": "R2", "when": {"need": ["train"], "phone": ["yes"]}, "outcome": "app"},
        {"id": "R3", "when": {"need": ["train"]}, "outcome": "window"},
        {"id": "R4", "when": {"who": ["foreigner"]}, "outcome": "window"},
        {"id": "R5", "outcome": "window"},
    ],
    "ignore": {"zh": ["火车头"]},
    "outcomes": {
        name: {"entries": ["card_lost"], "lead": texts(name)} for name in ("free", "app", "window")
    },
}

TREE: dict[str, object] = {
    "id": "moved",
    "name": texts("moved"),
    "button": texts("button"),
    "entry": "card_lost",
    "most": 2,
    "questions": {
        "far": question("f", {"near": {"to": "kind"}, "away": {"to": "letter"}}),
        "kind": question("k", {"home": {"to": "window"}, "dorm": {"to": "letter"}}),
    },
    "outcomes": {
        name: {"entries": ["card_lost"], "lead": texts(name)} for name in ("window", "letter")
    },
}


def table(**changes: object) -> Guide:
    return Guide(GuideFile.model_validate({**TABLE, **changes}))


def tree(**changes: object) -> Guide:
    return Guide(GuideFile.model_validate({**TREE, **changes}))
