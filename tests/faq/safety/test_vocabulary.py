from faq.safety.vocabulary import vocabulary


def test_each_idea_has_a_name_of_its_own() -> None:
    words = vocabulary()
    names = [idea for group in (words.asking, words.wrong, words.lawful) for idea, _ in group]
    assert len(names) == len(set(names)) > 40


def test_no_idea_is_found_where_nothing_is_said() -> None:
    words = vocabulary()
    groups = (words.asking, words.wrong, words.lawful)
    assert [idea for group in groups for idea, pattern in group if pattern.search("")] == []
