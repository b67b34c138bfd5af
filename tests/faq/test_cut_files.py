"""A file that was not saved whole is never taken for a whole one, wherever it was cut."""

import pytest

from faq.catalogue import PACKAGED
from faq.loader import MAX_BYTES
from faq.yamltree import Refused, parse


def is_accepted(data: bytes) -> bool:
    try:
        parse(data, "a.yaml", limit=MAX_BYTES)
    except Refused as refusal:
        return refusal.problem.line < 1  # never: every refusal names its line
    return True


@pytest.mark.parametrize(
    "name",
    [
        "catalogue/public_security.yaml",  # more than twenty items
        "entries/identity_card/id_card_lost.yaml",
        "phrases/zh.yaml",
        "hotlines.yaml",
        "hosts.yaml",
        "clarifications/which_accident.yaml",
    ],
)
def test_of_a_file_cut_at_every_byte_only_the_whole_is_accepted(name: str) -> None:
    data = (PACKAGED / name).read_bytes()
    accepted = [length for length in range(len(data) + 1) if is_accepted(data[:length])]
    assert accepted == [len(data) - 1, len(data)]  # the last newline may go


def test_the_longest_of_them_has_more_than_twenty_items() -> None:
    text = (PACKAGED / "catalogue/public_security.yaml").read_text("utf-8")
    assert text.count("\n  - id: ") > 20
