"""Whole answers as citizens read them, for the rules that look at these."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from faq.catalogue import Catalogue, texts
from faq.composing import Composer
from faq.lint.entry_files import entry_files
from faq.model import Facet, Problem, TextLanguage
from faq.plain import block_text
from faq.yamltree import Tree


class Composed(NamedTuple):
    """An answer with where it is done, what supports it and its source."""

    tree: Tree
    entry: str
    facet: Facet
    language: TextLanguage
    text: str

    def problem(self, rule: str, message: str) -> Problem:
        """An error at the answer."""
        return self.tree.problem(("answers", self.facet.value), rule, message)


def composed(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Composed]:
    """Every answer of every entry in both languages."""
    files = entry_files(trees)
    composers = {"zh": Composer(catalogue, "zh"), "en": Composer(catalogue, "en")}
    for name, facet, language, _ in texts(catalogue.entries.values()):
        blocks = composers[language].answer(name, facet)
        text = "\n\n".join(map(block_text, blocks))
        yield Composed(files[name], name, facet, language, text)
