import pytest

from faq.yamltree import Refused, parse


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: b: c\n", "冒号"),
        ("a: [1, 2\nb: 3\n", "括号"),
        ("a:\n\tb: 1\n", "Tab"),
        ("a: 'x\n", "引号"),
        ('a: "x\\q"\n', "反斜杠"),
        ("a:\n  - 1\n - 2\n", "对齐"),
        ("a: |\nx\n", "缺少冒号"),
        ("- a\nb: 1\n", "列表"),
        ("a: ]\n", "YAML 写法有误"),
    ],
)
def test_a_fault_of_syntax_is_said_in_chinese(text: str, said: str) -> None:
    with pytest.raises(Refused) as caught:
        parse(f"{text}# 完\n".encode(), "a.yaml")
    message = caught.value.problem.message
    assert said in message.partition(" / YAML syntax: ")[0]
