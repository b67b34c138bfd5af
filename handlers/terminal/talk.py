"""A conversation by lines: a question is typed out, a choice by its number."""

from faq.assistant import Assistant
from faq.model import Choice, Language, Question, Reply
from faq.plain import text

_CHAT = "terminal"


class Talk:
    """One chat in a terminal."""

    def __init__(self, assistant: Assistant, language: Language | None) -> None:
        self._assistant = assistant
        self._language = language
        self._choices: tuple[Choice, ...] = ()

    async def greet(self) -> str:
        """The first thing shown."""
        return self._show(await self._assistant.choose(self._question("start")))

    async def turn(self, line: str) -> str:
        """What is shown in reply to a line."""
        typed = line.strip()
        numbered = {str(at): choice.code for at, choice in enumerate(self._choices, 1)}
        picked = typed.lstrip("0")
        if picked in numbered:
            return self._show(await self._assistant.choose(self._question(numbered[picked])))
        return self._show(await self._assistant.ask(self._question(typed)))

    def _question(self, typed: str) -> Question:
        return Question(typed, "terminal", _CHAT, self._language)

    def _show(self, reply: Reply) -> str:
        self._choices = reply.choices
        return text(reply)
