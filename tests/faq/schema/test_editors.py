import json
from pathlib import Path, PurePosixPath

import pytest

from faq.catalogue import PACKAGED
from faq.schema.editors import FOLDER, MODELS, schemas, settings

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("name", MODELS)
def test_a_shipped_schema_is_current(name: str) -> None:
    """Run jingwu schemas after changing a model."""
    assert (PACKAGED / FOLDER / f"{name}.json").read_text("utf-8") == schemas()[name]


def test_the_settings_for_the_editor_are_current() -> None:
    assert (ROOT / ".vscode/settings.json").read_text("utf-8") == settings("faq/content")


def test_every_shipped_file_has_one_schema() -> None:
    unsure = {}
    for path in PACKAGED.rglob("*.yaml"):
        name = path.relative_to(PACKAGED)
        fitting = [
            one
            for one, (pattern, _) in MODELS.items()
            if len(name.parts) == pattern.count("/") + 1 and PurePosixPath(name).match(pattern)
        ]
        if len(fitting) != 1:
            unsure[str(name)] = fitting
    assert unsure == {}


def test_fields_are_explained_in_chinese() -> None:
    schema = json.loads(schemas()["items"])
    fee = schema["$defs"]["Fee"]["properties"]["amount"]
    assert fee["description"] == "多少钱,如 40元;不收费写 免费"


def test_a_field_called_title_is_kept() -> None:
    schema = json.loads(schemas()["sources"])
    assert "title" in schema["$defs"]["SourceRecord"]["properties"]


def test_a_number_may_stand_without_quotes() -> None:
    schema = json.loads(schemas()["hotlines"])
    assert "number" in schema["$defs"]["Hotline"]["properties"]["number"]["type"]


def test_unknown_fields_are_marked() -> None:
    assert json.loads(schemas()["entry"])["additionalProperties"] is False
