"""What the YAML parser says of a fault, in words that say what to do."""

_ADVICE = (
    ("mapping values are not", "这里多了冒号,或缩进不对、上一行少了冒号;正文里有冒号就加引号"),
    ("did not find expected ',' or", "括号没有配对,看上面一两行"),
    ("cannot start any token", "这里不能用 Tab、@、%、` 开头,换成空格或加引号"),
    ("unexpected end of stream", "引号没有配对,看上面几行"),
    ("unknown escape character", "双引号里的反斜杠写法不对,改用单引号"),
    ("did not find expected key", "和上一行没有对齐,或引号后面还有字"),
    ("could not find expected ':'", "缺少冒号,或缩进不对"),
    ("expected '-' indicator", "列表没有对齐,或少了 -"),
)


def advice(problem: str) -> str:
    """What to do about ``problem``, in Chinese, with the parser's own words."""
    said = next((said for part, said in _ADVICE if part in problem), "YAML 写法有误")
    return f"{said} / YAML syntax: {problem}"
