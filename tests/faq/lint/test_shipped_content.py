"""The content as shipped: this test fails when content is wrong, all others when code is."""

from faq.assembly import Content
from faq.lint import lint
from faq.model import Level


def test_the_shipped_content_has_no_errors(shipped_content: Content) -> None:
    errors = [str(one) for one in lint(shipped_content) if one.level is Level.ERROR]
    assert errors == []
