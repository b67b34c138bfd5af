"""Content rules: each module is one rule, its docstring the rule's page in the manual."""

from faq.catalogue import Content
from faq.lint import hotlines, links, phrasings, placeholders, references, staff_figures, tables
from faq.model import Problem

_RULES = (placeholders, staff_figures, phrasings, links)


def lint(content: Content) -> tuple[Problem, ...]:
    """Every problem of the content, in order of place.

    Whole answers are read only once everything that they name is there.
    """
    problems = list(content.problems)
    if content.catalogue is not None:
        dangling = (
            *references.check(content.catalogue, content.trees),
            *tables.check(content.catalogue, content.trees),
        )
        problems += dangling
        for rule in _RULES if dangling else (*_RULES, hotlines):
            problems += rule.check(content.catalogue, content.trees)
    return tuple(sorted(problems))
