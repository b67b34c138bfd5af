import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from faq.features.lines import pack, unpack

TEXTS = st.lists(st.text(st.characters(exclude_characters="\n")), min_size=1)


@given(TEXTS)
def test_every_text_is_found_again(texts: list[str]) -> None:
    lines = unpack(pack(texts))
    assert [lines[at] for at in range(len(lines))] == texts


@given(TEXTS)
def test_sizes_are_counted_in_bytes(texts: list[str]) -> None:
    sizes = unpack(pack(texts)).sizes(np.arange(len(texts)))
    assert sizes.tolist() == [len(text.encode("utf-8", "surrogatepass")) for text in texts]
