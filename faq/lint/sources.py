"""Sources: what states a fact names a source, and a telephone number is one of the verified ones.

来源:写了条件、材料、费用、时限等事实的事项,`sources` 里至少有一条依据;
事项和转介里的电话必须在 `hotlines.yaml` 里,或者是还没核实、先不展示的那几个。
改法:把依据写进 `catalogue/sources.yaml` 并在事项里引用;没有依据的先移到 `unverified`。
"""

from collections.abc import Iterator, Mapping

from faq.catalogue import Catalogue
from faq.lint.shown import lines
from faq.model import Problem
from faq.numbers import WITHHELD
from faq.yamltree import Tree


def check(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Yield every item with facts and no source, and every number that is not verified."""
    for category, ids in catalogue.categories.items():
        tree = trees[f"catalogue/{category}.yaml"]
        for at, name in enumerate(ids):
            item = catalogue.facts[name].item
            if not item.sources and any(True for _ in lines(item)):
                message = f"{name} 写了事实却没有来源(sources) / states facts without a source"
                yield tree.problem(("items", at), "sources", message)
            for place, number in enumerate(item.hotlines):
                if number not in catalogue.hotlines and number not in WITHHELD:
                    yield _unknown(tree, ("items", at, "hotlines", place), number)
    for name, referral in catalogue.referrals.items():
        for place, number in enumerate(referral.hotlines):
            if number not in catalogue.hotlines:
                yield _unknown(trees[f"referrals/{name}.yaml"], ("hotlines", place), number)


def _unknown(tree: Tree, where: tuple[str | int, ...], number: str) -> Problem:
    message = f"{number} 不在 hotlines.yaml 里,先核实 / is not in hotlines.yaml; verify it first"
    return tree.problem(where, "sources", message)
