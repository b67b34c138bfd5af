from pathlib import Path

from faq.assembly import load
from faq.inventory import table

README = Path(__file__).parent.parent / "README.md"


def test_the_readme_says_how_much_content_there_is() -> None:
    catalogue = load().catalogue
    assert catalogue is not None
    shown = README.read_text("utf-8").partition("<!-- table")[2].partition("<!-- /table -->")[0]
    assert shown.partition("\n")[2].strip() == table(catalogue), "run script/content-table"
