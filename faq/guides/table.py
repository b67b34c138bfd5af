"""Decision tables: the first row that fits wins; only questions that can change it are asked."""

from collections.abc import Mapping
from dataclasses import dataclass

from faq.guides.decision import Ask, End, Gap, Node
from faq.schema.guide import GuideFile, Row

Left = tuple[frozenset[str], ...]  # of each question, the options that are still possible


@dataclass(frozen=True, slots=True)
class _Rule:
    row: Row
    sets: tuple[tuple[int, frozenset[str]], ...]

    def may_hold(self, left: Left) -> bool:
        return all(left[at] & allowed for at, allowed in self.sets)

    def open(self, left: Left) -> frozenset[int]:
        """The questions that could still keep it from holding."""
        return frozenset(at for at, allowed in self.sets if not left[at] <= allowed)


class Table:
    """The rows of one guide."""

    def __init__(self, guide: GuideFile) -> None:
        self._questions = tuple(guide.questions)
        self._steps = guide.questions
        self._numbers = {name: at for at, name in enumerate(self._questions)}
        self._rules = tuple(_Rule(row, self._sets(row)) for row in guide.rows)

    def node(self, answers: Mapping[str, str]) -> Node:
        """What is still to be asked after ``answers``, and where it leads."""
        left = self._left(answers)
        return Gap() if left is None else _reduced(self._split(left, self._rules, {}))

    def whole(self) -> Node:
        """Every case apart, also those whose outcome is the same; for proofs."""
        everything = self._left({})
        return Gap() if everything is None else self._split(everything, self._rules, {})

    def fits(self, answers: Mapping[str, str]) -> bool:
        """Whether the answers can go together."""
        return self._left(answers) is not None

    def _sets(self, row: Row) -> tuple[tuple[int, frozenset[str]], ...]:
        return tuple(
            (self._numbers[name], frozenset(options))
            for name, options in row.when.items()
            if name in self._numbers  # the check refuses what is not there
        )

    def _left(self, answers: Mapping[str, str]) -> Left | None:
        left: Left | None = tuple(frozenset(step.options) for step in self._steps.values())
        for question, option in answers.items():
            left = self._answered(left, self._numbers[question], option) if left else None
        return left

    def _answered(self, left: Left, at: int, option: str) -> Left | None:
        """What is possible once ``option`` is the answer; None if it was not."""
        if option not in left[at]:
            return None
        question = self._questions[at]
        only = self._steps[question].options[option].only
        found = []
        for other, possible in zip(self._questions, left, strict=True):
            options = self._steps[other].options
            kept = frozenset(
                name
                for name in possible
                if (other not in only or name in only[other])
                and option in options[name].only.get(question, (option,))
            )
            found.append(frozenset({option}) if other == question else kept)
        return tuple(found) if all(found) else None

    def _split(
        self, left: Left, rules: tuple[_Rule, ...], known: dict[tuple[object, ...], Node]
    ) -> Node:
        """The next question in the table's order that a row still depends on, each answer's
        consequence below it. What rows do not speak of makes no difference, so equal cases are
        worked out once (``known``).
        """
        rules, is_covered = _live(left, rules)
        if rules and not rules[0].open(left):
            return End(rules[0].row.outcome, rules[0].row.id)
        still_open = frozenset().union(*(rule.open(left) for rule in rules))
        if not still_open:
            return Gap()
        spoken = sorted({at for rule in rules for at, _ in rule.sets})
        key = (is_covered, *(rule.row.id for rule in rules), *(left[at] for at in spoken))
        if key not in known:
            known[key] = self._ask(left, rules, known, min(still_open))
        return known[key]

    def _ask(
        self,
        left: Left,
        rules: tuple[_Rule, ...],
        known: dict[tuple[object, ...], Node],
        at: int,
    ) -> Node:
        question = self._questions[at]
        then = {}
        for option in self._steps[question].options:
            narrowed = self._answered(left, at, option)
            if narrowed is not None:
                then[option] = self._split(narrowed, rules, known)
        return Ask(question, then)


def _live(left: Left, rules: tuple[_Rule, ...]) -> tuple[tuple[_Rule, ...], bool]:
    """The rules that may still win, and whether one of them is sure to hold."""
    live = []
    for rule in rules:
        if rule.may_hold(left):
            live.append(rule)
            if not rule.open(left):
                return tuple(live), True
    return tuple(live), False


def _reduced(node: Node) -> Node:
    """``node`` without the questions whose every answer leads to the same."""
    if not isinstance(node, Ask):
        return node
    then = {option: _reduced(after) for option, after in node.then.items()}
    first, *others = then.values()
    return first if all(other == first for other in others) else Ask(node.question, then)
