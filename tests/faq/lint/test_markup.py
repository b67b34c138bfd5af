from pathlib import Path

import pytest

from tests import content
from tests.faq.lint.conftest import Faults


@pytest.mark.parametrize(
    "said",
    ["<b>补领</b>", "补领<br/>", "**补领**", "`补领`", "[补领](网址)", "补领&nbsp;", "__补领__"],
)
def test_signs_of_markup_are_refused(tree: Path, faults: Faults, said: str) -> None:
    content.damage(tree, content.LOST, "补领收费{fee.amount}", said)
    assert f"{content.place(tree, content.LOST, 'zh: ' + chr(34) + said)}: error markup" in faults()


@pytest.mark.parametrize("said", ["先补领\\n- 带证件", "A & B", "<40 张", "[北京]", "3*4"])
def test_plain_texts_are_fine(tree: Path, faults: Faults, said: str) -> None:
    content.damage(tree, "referrals/bank.yaml", "银行卡由银行办理。", f'"银行{said}"')
    assert not [fault for fault in faults() if fault.endswith("markup")]
