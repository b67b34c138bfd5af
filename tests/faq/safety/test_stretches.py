from faq.features.pinyin import Sounds
from faq.safety.reading import Reading, read
from faq.safety.stretches import is_long, part, spans

SOUNDS = Sounds({"身": "shen", "份": "fen", "证": "zheng", "丢": "diu", "了": "le"})


def parts_of(text: str) -> list[str]:
    reading = read(text, SOUNDS)
    return [reading.text[start:end] for start, end in spans(reading)]


def test_a_short_text_is_one_part() -> None:
    assert parts_of("身份证丢了怎么办") == ["身份证丢了怎么办"]


def test_clauses_are_parts_alone_and_with_their_neighbours() -> None:
    first, second, third = "身份证丢了怎么补办呢", "护照到期了去哪里换呢", "驾驶证可以代领吗请问"
    assert parts_of(f"{first},{second},{third}") == [
        first + second + third,
        *(first, second, third),
        *(first + second, second + third),
    ]


def test_a_long_clause_is_cut_into_parts_that_overlap() -> None:
    whole, *parts = parts_of("身份证" * 20)
    assert whole == "身份证" * 20
    assert all(len(part) <= 3 * 24 for part in parts)
    assert sum(map(len, parts)) > len(whole)


def test_a_part_is_read_as_if_it_were_all() -> None:
    reading = read("丢了,身份证", SOUNDS)
    assert part(reading, 2, 5) == Reading("身份证", (0,), read("身份证", SOUNDS).grams)


def test_length_is_counted_in_chinese_letters_and_latin_words() -> None:
    assert is_long(read("身份证丢了" * 17, SOUNDS))
    assert not is_long(read("身份证丢了" * 16, SOUNDS))
    assert not is_long(read("where is the police station " * 16, SOUNDS))
