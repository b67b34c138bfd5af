"""Content rules: each module is one rule, its docstring the rule's page in the manual."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Protocol

from faq.assembly import Content
from faq.catalogue import Catalogue
from faq.facts import digest
from faq.lint import (
    asking,
    blanks,
    confusable,
    contradictions,
    dates,
    guide_cases,
    guide_texts,
    guides,
    hotlines,
    languages,
    lengths,
    letters,
    links,
    markup,
    number_words,
    phrasings,
    placeholders,
    references,
    sources,
    staff_figures,
    stolen,
    tables,
)
from faq.lint.composed import Composed, composed
from faq.model import Problem
from faq.yamltree import Tree


class FileRule(Protocol):
    """A module with a rule for each file by itself."""

    def check_tree(self, tree: Tree) -> Iterator[Problem]:
        """Yield every breach of the rule."""
        ...


class Rule(Protocol):
    """A module with a rule for the content as a whole."""

    def check(self, catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
        """Yield every breach of the rule."""
        ...


class AnswerRule(Protocol):
    """A module with a rule for whole answers."""

    def check_answer(self, answer: Composed) -> Iterator[Problem]:
        """Yield every breach of the rule."""
        ...


_FILES: tuple[FileRule, ...] = (letters, blanks)
_NAMES: tuple[Rule, ...] = (references, tables, asking)  # whether what is named is there
_WORDS: tuple[Rule, ...] = (phrasings, confusable)  # how people ask, which they look at alone
_TEXTS: tuple[Rule, ...] = (
    placeholders,
    staff_figures,
    number_words,
    sources,
    contradictions,
    links,
    letters,
    languages,
    markup,
    guides,
    guide_cases,
    guide_texts,
    hotlines,
)
_ANSWERS: tuple[AnswerRule, ...] = (hotlines, lengths)  # these need all that answers name
RULES = (*_NAMES, *_TEXTS, *_WORDS, stolen, lengths, dates, blanks)


def lint(
    content: Content, today: date | None = None, *, has_known_words: bool = False
) -> tuple[Problem, ...]:
    """Every problem of the content, in order of place; of files that cannot be read, and of
    content with such files, as much as can be told. Dates are looked at if ``today`` is given, how
    people ask is not if the words are known to have passed.
    """
    problems = list(content.problems)
    for rule in _FILES:
        problems += (one for tree in content.trees.values() for one in rule.check_tree(tree))
    if content.catalogue is not None:
        dangling = _found(_NAMES, content)
        problems += dangling
        problems += _found(_TEXTS, content)
        problems += () if has_known_words else _found(_WORDS, content)
        problems += () if dangling else _in_answers(content.catalogue, content.trees)
        if today:
            problems += dates.check(content.catalogue, content.trees, today)
    return tuple(sorted(problems))


def words(catalogue: Catalogue, trees: Mapping[str, Tree]) -> str:
    """A digest of all that rules about how people ask look at."""
    told = [(one.topic, one.text) for one in phrasings.placed(catalogue, trees)]
    names = [(name, confusable.names(facts.item)) for name, facts in catalogue.facts.items()]
    twins = [(name, entry.same_as) for name, entry in catalogue.entries.items()]
    return digest(f"{told}{names}{twins}")


def _found(rules: Iterable[Rule], content: Content) -> list[Problem]:
    assert content.catalogue is not None  # noqa: S101 - the caller looked
    return [one for rule in rules for one in rule.check(content.catalogue, content.trees)]


def _in_answers(catalogue: Catalogue, trees: Mapping[str, Tree]) -> list[Problem]:
    every = composed(catalogue, trees)
    return [one for answer in every for rule in _ANSWERS for one in rule.check_answer(answer)]
