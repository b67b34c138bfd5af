"""Telephone numbers: only those of `hotlines.yaml` reach a reply.

A fact or a text that gives another five-digit 12-number as a telephone (打12123、拨12306) is
refused; as the name of an app (交管12123 APP) it is fine.
"""

from collections.abc import Iterator, Mapping

from faq.catalogue import Catalogue, entry_tree, texts
from faq.composing import Composer
from faq.model import Problem
from faq.numbers import forbidden
from faq.plain import block_text
from faq.yamltree import Tree


def check(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Yield every answer that would show a number that may not be shown."""
    composers = {"zh": Composer(catalogue, "zh"), "en": Composer(catalogue, "en")}
    for name, facet, language, _ in texts(catalogue.entries.values()):
        said = "\n".join(block_text(block) for block in composers[language].answer(name, facet))
        for number in forbidden(said):
            message = f"{number} 还不能当电话给市民看 / may not be shown as a telephone number"
            yield entry_tree(trees, name).problem(("answers", facet.value), "hotlines", message)
