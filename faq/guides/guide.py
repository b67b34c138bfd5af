"""A guide ready to be walked: answers in, the next question or the outcome out; a pure replay."""

import re
from collections.abc import Mapping

from faq.guides.decision import Node
from faq.guides.reading import Reader
from faq.guides.steps import Steps
from faq.guides.table import Table
from faq.schema.guide import GuideFile

Answers = Mapping[str, str]  # question to option, in the order given

_PAIR = re.compile(r"([a-z][0-9]?)([a-z][0-9]?)")
_PAIRS = re.compile(rf"(?:{_PAIR.pattern})*")


class Guide:
    """One guide of one version of the content; built once, then only read."""

    def __init__(self, file: GuideFile) -> None:
        self.file = file
        self.words = Reader(file)
        self._rules: Table | Steps = Table(file) if file.rows else Steps(file)
        self._by_code = {
            (step.code, option.code): (question, name)
            for question, step in file.questions.items()
            for name, option in step.options.items()
        }
        outcomes = file.outcomes.values()
        led_to = (entry for one in outcomes for entry in (*one.entries, *one.also))
        # Every entry that the guide is offered under or leads to.
        self.entries = frozenset((*file.under, *led_to))
        # What none of its sheets is about, though it is offered under that or leads on to it.
        self.besides = self.entries - {entry for one in outcomes for entry in one.entries[:1]}

    def node(self, answers: Answers) -> Node:
        """What is still to be asked after ``answers``, and where it leads."""
        return self._rules.node(answers)

    def whole(self) -> Node:
        """Every case apart; for proofs."""
        return self._rules.whole()

    def encode(self, answers: Answers) -> str:
        """The answers as a button carries them."""
        steps = self.file.questions
        return "".join(
            steps[question].code + steps[question].options[option].code
            for question, option in answers.items()
        )

    def replay(self, path: str) -> dict[str, str] | None:
        """The answers a button carries; None if this guide has no such step, or never had."""
        if not _PAIRS.fullmatch(path):
            return None
        answers: dict[str, str] = {}
        for pair in _PAIR.findall(path):
            question, option = self._by_code.get(pair, ("", ""))
            if not question or question in answers:
                return None
            answers[question] = option
        return answers if self._rules.fits(answers) else None

    def changed(self, answers: Answers, given: Answers) -> dict[str, str]:
        """``answers`` with those ``given`` now; earlier ones that cannot go with them fall away."""
        found = dict(given) if self._rules.fits(given) else {}
        before = {name: option for name, option in answers.items() if name not in found}
        for question, option in before.items():
            both = {**found, question: option}
            if self._rules.fits(both):
                found = both
        order = [*answers, *given]
        return {name: found[name] for name in dict.fromkeys(order) if name in found}
