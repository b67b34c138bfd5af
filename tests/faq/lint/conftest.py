"""What the rules say of a tree."""

from collections.abc import Callable
from pathlib import Path

import pytest

from faq.assembly import load
from faq.lint import lint

Faults = Callable[[], list[str]]


@pytest.fixture
def faults(tree: Path) -> Faults:
    """The problems of the small tree, each as ``path:line:column: level rule``."""

    def check() -> list[str]:
        return [": ".join(str(problem).split(": ")[:2]) for problem in lint(load(tree))]

    return check
