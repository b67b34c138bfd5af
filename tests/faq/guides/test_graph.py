from faq.guides.graph import lines
from tests.faq.guides.files import TREE, question, table, tree


def test_a_table_is_drawn_with_its_rows() -> None:
    assert list(lines(table())) == [
        "trip  trip",
        "  [n] ask n",
        "    - t label train",
        "      [h] ask h",
        "        - l label lost",
        "          [p] ask p",
        "            - y label yes => R2 app (card_lost)",
        "            - n label none => R3 window (card_lost)",
        "        - p label passport => R1 free (card_lost)",
        "    - p label plane",
        "      [h] ask h",
        "        - l label lost => R5 window (card_lost)",
        "        - p label passport => R1 free (card_lost)",
    ]


def test_options_that_lead_to_the_same_share_a_line() -> None:
    questions = TREE["questions"]
    assert isinstance(questions, dict)
    kind = question("k", {"home": {"to": "window"}, "dorm": {"to": "window"}})
    drawn = list(lines(tree(questions={**questions, "kind": kind})))
    assert "        - h label home | d label dorm => window (card_lost)" in drawn
