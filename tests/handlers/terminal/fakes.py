"""An assistant that repeats what it is told, and remembers it."""

from dataclasses import replace

from faq.assistant import Assistant
from faq.model import Block, BlockKind, Choice, Facet, Language, Outcome, Question, Reply

FEE = Choice("多少钱", "e:id_card_lost:f", "id_card_lost", Facet.FEE)
WHERE = Choice("在哪办", "e:id_card_lost:w", "id_card_lost", Facet.WHERE)
MENU = Choice("全部事项", "menu")


class FakeAssistant(Assistant):
    """Answers with what it was asked; ``choices`` are those of every reply from now on."""

    def __init__(self) -> None:
        self.asked: list[Question] = []
        self.chosen: list[Question] = []
        self.choices: tuple[Choice, ...] = ()
        self.reply = Reply(Outcome.ANSWERED, (), Language.ZH)

    async def ask(self, question: Question) -> Reply:
        """Repeat the question."""
        self.asked.append(question)
        return self._saying(f"asked {question.text}")

    async def choose(self, question: Question) -> Reply:
        """Repeat the code."""
        self.chosen.append(question)
        return self._saying(f"chose {question.text}")

    def _saying(self, text: str) -> Reply:
        return replace(self.reply, blocks=(Block(BlockKind.LEAD, text),), choices=self.choices)
