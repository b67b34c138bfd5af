"""Trees of steps: each option names the question or the outcome it leads to."""

from collections.abc import Mapping

from faq.guides.decision import Ask, End, Gap, Node
from faq.schema.guide import GuideFile


class Steps:
    """The steps of one guide; the first question is where it starts."""

    def __init__(self, guide: GuideFile) -> None:
        self._steps = guide.questions
        self._outcomes = guide.outcomes
        self._first = next(iter(guide.questions))

    def node(self, answers: Mapping[str, str]) -> Node:
        """What is still to be asked after ``answers``, and where it leads."""
        return self._from(self._first, answers, ())

    def whole(self) -> Node:
        """Every way there is; for proofs."""
        return self.node({})

    @staticmethod
    def fits(answers: Mapping[str, str]) -> bool:  # noqa: ARG004 - a table's may not
        """Whether the answers can go together: in a tree, always."""
        return True

    def _from(self, name: str, answers: Mapping[str, str], above: tuple[str, ...]) -> Node:
        if name in self._outcomes:
            return End(name)
        if name not in self._steps or name in above:
            return Gap()  # the check refuses what leads nowhere and what leads in a circle
        options = self._steps[name].options
        above = (*above, name)
        if name in answers:
            return self._from(options[answers[name]].to or "", answers, above)
        then = {
            option: self._from(record.to or "", answers, above)
            for option, record in options.items()
        }
        return Ask(name, then)
