from faq.guides.decision import Ask, End, Gap, paths
from tests.faq.guides.files import TREE, question, tree


def test_a_tree_starts_at_its_first_question() -> None:
    node = tree().node({})
    assert isinstance(node, Ask)
    assert node.question == "far"


def test_an_option_leads_to_the_next_question_or_to_the_outcome() -> None:
    assert dict(paths(tree().node({}))) == {
        (("far", "near"), ("kind", "home")): End("window"),
        (("far", "near"), ("kind", "dorm")): End("letter"),
        (("far", "away"),): End("letter"),
    }


def test_an_answer_given_early_is_used_when_its_question_comes() -> None:
    assert tree().node({"kind": "dorm", "far": "near"}) == End("letter")


def test_steps_that_lead_in_a_circle_are_a_gap_and_not_endless() -> None:
    questions = TREE["questions"]
    assert isinstance(questions, dict)
    again = question("k", {"home": {"to": "far"}, "dorm": {"to": "letter"}})
    ends = [end for _, end in paths(tree(questions={**questions, "kind": again}).node({}))]
    assert Gap() in ends
