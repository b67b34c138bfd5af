import pytest
from pydantic import BaseModel, ValidationError

from faq.schema.packed import Packed, packed


class Asked(BaseModel):
    zh: Packed = Packed()


@pytest.mark.parametrize("texts", [[], ["护照"], ["护照丢了", "一行\n又一行", "how"]])
def test_packed_texts_are_the_list_in_the_file(texts: list[str]) -> None:
    asked = Asked.model_validate({"zh": texts})
    assert list(asked.zh) == texts
    assert len(asked.zh) == len(texts)
    assert bool(asked.zh) == bool(texts)


def test_what_is_written_is_read_again() -> None:
    asked = Asked(zh=packed(["护照丢了", "how"]))
    assert Asked.model_validate_json(asked.model_dump_json()) == asked


def test_one_or_some_can_be_had() -> None:
    texts = packed(["一", "二", "三"])
    assert (texts[1], texts[-1], texts[:2]) == ("二", "三", ("一", "二"))


def test_a_text_that_is_empty_is_refused_at_its_place() -> None:
    with pytest.raises(ValidationError) as refused:
        Asked.model_validate({"zh": ["护照", ""]})
    assert refused.value.errors()[0]["loc"] == ("zh", 1)
