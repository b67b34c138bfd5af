from benchmarks.reliability.checking import Verdict, counted


def test_each_question_answered_once_is_whole() -> None:
    assert counted([1, 2], [2, 1]) == Verdict(2, 2, 0, 0, 1)
    assert counted([1, 2], [2, 1]).is_whole


def test_what_was_not_answered_is_lost() -> None:
    verdict = counted([1, 2, 3], [1])
    assert (verdict.lost, verdict.is_whole) == (2, False)


def test_copies_are_counted_with_the_most_of_one() -> None:
    verdict = counted([1, 2], [1, 1, 1, 2, 2])
    assert (verdict.ok, verdict.extra, verdict.most) == (0, 3, 3)


def test_messages_to_others_do_not_count() -> None:
    assert counted([1], [1, 9, 9]) == Verdict(1, 1, 0, 0, 1)
