"""A guide as an indented tree, for staff to read: questions, options, rows, outcomes."""

from collections.abc import Iterator

from faq.guides.decision import Ask, End, Node
from faq.guides.guide import Guide


def lines(guide: Guide) -> Iterator[str]:
    """The guide from its first question on; options that lead to the same share a line."""
    yield f"{guide.file.id}  {guide.file.name.zh}"
    yield from _below(guide, guide.node({}), "  ")


def _below(guide: Guide, node: Node, indent: str) -> Iterator[str]:
    if not isinstance(node, Ask):
        yield indent + _end(guide, node)
        return
    step = guide.file.questions[node.question]
    yield f"{indent}[{step.code}] {step.ask.zh}"
    groups: list[tuple[list[str], Node]] = []
    for option, then in node.then.items():
        record = step.options[option]
        label = f"{record.code} {record.label.zh}"
        same = next((names for names, other in groups if other == then), None)
        if same is None:
            groups.append(([label], then))
        else:
            same.append(label)
    for names, then in groups:
        if isinstance(then, Ask):
            yield f"{indent}  - {' | '.join(names)}"
            yield from _below(guide, then, indent + "    ")
        else:
            yield f"{indent}  - {' | '.join(names)} {_end(guide, then)}"


def _end(guide: Guide, node: Node) -> str:
    if not isinstance(node, End):
        return "=> ?"
    entries = ", ".join(guide.file.outcomes[node.outcome].entries)
    row = f"{node.row} " if node.row else ""
    return f"=> {row}{node.outcome} ({entries})"
