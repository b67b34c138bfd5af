"""Content rules: each module is one rule, its docstring the rule's page in the manual."""

from faq.catalogue import Content
from faq.lint import hotlines, links, phrasings, placeholders, references, staff_figures
from faq.model import Problem

_RULES = (references, placeholders, staff_figures, phrasings, hotlines, links)


def lint(content: Content) -> tuple[Problem, ...]:
    """Every problem of the content, in order of place: those of reading it, and of each rule."""
    problems = list(content.problems)
    if content.catalogue is not None:
        for rule in _RULES:
            problems += rule.check(content.catalogue, content.trees)
    return tuple(sorted(problems))
