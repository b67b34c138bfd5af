from pathlib import Path

import pytest

from tests import content
from tests.faq.lint.conftest import Faults


@pytest.mark.parametrize(
    "url",
    [
        "https://gat.ln.gov.cn.evil.com",
        "https://gat.ln.gov.cn:8443",
        "https://gat.ln.gov.cn@evil.com",
        "ftp://gat.ln.gov.cn",
        "https://[gat.ln.gov.cn",
        "gat.ln.gov.cn",
    ],
)
def test_a_channel_whose_host_is_not_listed_is_refused(
    tree: Path, faults: Faults, url: str
) -> None:
    content.damage(tree, content.SOURCES, "https://gat.ln.gov.cn", url)
    place = content.place(tree, content.SOURCES, 'url: "' + url)
    assert faults() == [f"{place}: error links"]
