from random import Random

import pytest

from faq.catalogue import Catalogue
from faq.codes import (
    COMMANDS,
    DROPPED,
    MARKS,
    MAX_BYTES,
    REASONS,
    Answer,
    Code,
    Command,
    Drop,
    Others,
    Page,
    Rate,
    Town,
    decode,
    encode,
    short,
)
from faq.model import Facet

SIGNS = "ep:ca0123456789omswhfdvnblx_é 护\n"


def shipped_codes(catalogue: Catalogue) -> list[Code]:
    """Every code that a button of this content can carry."""
    answers: list[Code] = [Answer(name, facet) for name in catalogue.entries for facet in Facet]
    groups = [("c", name) for name in catalogue.categories]
    groups += [("a", name) for name in catalogue.phrases["zh"].audiences]
    pages: list[Code] = [Page(group, name, 999) for group, name in groups]
    names = tuple(map(short, list(catalogue.entries)[:4]))
    others: list[Code] = [Others(names, facet) for facet in Facet]
    towns: list[Code] = [
        Town(city, name, Facet.WHERE)
        for city in (*catalogue.cities, "")
        for name in catalogue.entries
    ]
    rated = [Rate(mark, "AAaa_-09xyz", why) for mark in MARKS for why in ("", *REASONS)]
    return [*answers, *pages, *others, *towns, *rated, *map(Command, COMMANDS), *map(Drop, DROPPED)]


def test_every_code_of_the_shipped_content_fits_a_button(shipped: Catalogue) -> None:
    carried = [encode(code) for code in shipped_codes(shipped)]
    assert [text for text in carried if not text.isascii() or len(text) > MAX_BYTES] == []


def test_every_code_of_the_shipped_content_decodes_to_itself(shipped: Catalogue) -> None:
    codes = shipped_codes(shipped)
    assert [decode(encode(code)) for code in codes] == codes


def test_no_two_facets_share_a_code() -> None:
    assert len({encode(Answer("x", facet)) for facet in Facet}) == len(Facet)


def test_the_longest_id_that_content_may_have_fits_a_button() -> None:
    assert len(encode(Answer("a" * 48, Facet.OVERVIEW)).encode()) <= MAX_BYTES
    assert len(encode(Town("c" * 10, "a" * 48, Facet.OVERVIEW)).encode()) <= MAX_BYTES


@pytest.mark.parametrize(
    "text",
    [
        "",
        ":",
        "::",
        "e:x",
        "e:x:",
        "e:x:q",
        "e:x:o:",
        "p:c:x",
        "p:z:x:1",
        "p:c:x:",
        "p:c:x:-1",
        "p:c:x:1234",
        "p:c:x:٣",
        "p:c:x:²",
        "menu ",
        "MENU",
        "x:y:z",
        "e:x:overview",
    ],
)
def test_what_we_did_not_make_is_no_code(text: str) -> None:
    assert decode(text) is None


def test_ten_thousand_random_texts_are_codes_or_nothing() -> None:
    random = Random(7)
    texts = ["".join(random.choices(SIGNS, k=random.randrange(12))) for _ in range(10_000)]
    decoded = [decode(prefix + text) for text in texts for prefix in ("", "e:", "p:c:")]
    assert all(code is None or isinstance(code, Answer | Page | Command) for code in decoded)
