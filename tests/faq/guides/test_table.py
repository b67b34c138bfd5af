from faq.guides.decision import Ask, End, Gap, paths
from tests.faq.guides.files import TABLE, table


def test_the_first_row_that_fits_decides() -> None:
    node = table().node({"need": "train", "has": "lost", "phone": "yes"})
    assert (node, getattr(node, "row", "")) == (End("app"), "R2")


def test_a_case_that_only_the_last_row_covers_ends_there() -> None:
    assert table().node({"need": "plane", "has": "lost", "who": "citizen"}) == End("window")


def test_questions_come_in_the_order_of_the_table() -> None:
    node = table().node({})
    assert isinstance(node, Ask)
    assert node.question == "need"


def test_a_question_that_cannot_change_the_outcome_is_not_asked() -> None:
    asked = {question for path, _ in paths(table().node({"need": "plane"})) for question, _ in path}
    assert asked == {"has"}


def test_an_answer_rules_out_the_options_that_cannot_go_with_it() -> None:
    assert table().node({"who": "citizen", "need": "plane"}) == End("window")


def test_an_answer_given_early_is_not_asked_for_again() -> None:
    asked = {question for path, _ in paths(table().node({"phone": "none"})) for question, _ in path}
    assert "phone" not in asked


def test_answers_that_cannot_go_together_fit_no_case() -> None:
    guide = table()
    assert guide.node({"has": "passport", "who": "citizen"}) == Gap()


def test_a_case_without_a_row_is_a_gap() -> None:
    rows = TABLE["rows"]
    assert isinstance(rows, list)
    guide = table(rows=rows[:2])
    assert guide.node({"need": "plane", "has": "lost"}) == Gap()


def test_every_case_is_told_apart_for_proofs() -> None:
    assert {getattr(end, "row", "") for _, end in paths(table().whole())} == {
        "R1",
        "R2",
        "R3",
        "R4",
        "R5",
    }
