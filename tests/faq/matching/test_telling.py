from faq.matching.telling import Telling, mine

LOST, FEE = 0, 1
TEXTS = [["护照", "丢了", "啊啊"]] * 12 + [["护照", "收费", "啊啊", "w:fee", "w:the fee"]] * 12


def test_words_that_tell_topics_apart_are_mined_and_words_of_all_are_not() -> None:
    told = mine(TEXTS, [LOST] * 12 + [FEE] * 12)
    assert set(told) == {"丢了", "收费", "w:fee"}


def test_a_word_in_a_few_texts_tells_nothing() -> None:
    assert mine(TEXTS[:1] + TEXTS[-2:], [LOST, FEE, FEE]) == ()


def test_each_two_telling_words_are_one_gram_in_any_order() -> None:
    telling = Telling(["丢了", "护照", "补办"])
    assert telling.pairs(["护照", "我的", "丢了"]) == ["y:丢了|护照"]
    assert telling.pairs(["丢了", "护照"]) == telling.pairs(["护照", "丢了"])


def test_of_many_telling_words_only_the_most_telling_are_paired() -> None:
    words = [f"词{number}" for number in range(9)]
    pairs = Telling(words).pairs(words[::-1])
    assert len(pairs) == 15
    assert not any("词6" in pair for pair in pairs)
