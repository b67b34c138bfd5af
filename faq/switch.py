"""The assistant behind a switch: while it is off, or there is no content to answer from, it says so
and whom to call; an emergency card is shown all the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from faq.alarm import card_alone
from faq.assistant import Assistant, Knowledge
from faq.cards import closed
from faq.intake import take_in
from faq.languages import detect
from faq.loader import Loader
from faq.model import Block, BlockKind, Language, Outcome, Question, Reply, TextLanguage
from faq.normalise import traditional
from faq.ports import Journal, NewId, Sessions
from faq.schema.tables import Hotline, HotlineFile, PhrasesFile

_ALWAYS = ("forget", "privacy")  # what a person may ask at any time


@dataclass(frozen=True, slots=True)
class Fixed:
    """The fixed texts and the hotlines: what is needed to say that nothing can be answered."""

    texts: Mapping[TextLanguage, Mapping[str, str]]
    hotlines: tuple[Hotline, ...] = ()

    def phrase(self, name: str, language: Language, **values: object) -> str:
        """A fixed text, empty if it could not be read."""
        text = self.texts.get(language.text, {}).get(name, "").format(**values)
        return traditional(text) if language is Language.ZH_HANT else text


def readable(*roots: Path) -> Fixed:
    """What can be read of the fixed texts, from the first folder that has it whole."""
    texts: dict[TextLanguage, Mapping[str, str]] = {}
    hotlines: tuple[Hotline, ...] = ()
    for root in filter(Path.is_dir, roots):
        loader = Loader(root)
        for language in ("zh", "en"):
            phrases = loader.file(f"phrases/{language}.yaml", PhrasesFile)
            if phrases and language not in texts:
                texts[language] = phrases.texts
        found = loader.file("hotlines.yaml", HotlineFile)
        hotlines = hotlines or (found.hotlines if found else ())
    return Fixed(texts, hotlines)


class Switch:
    """Answers while it is on and has content; it can be turned at any time."""

    def __init__(
        self, sessions: Sessions, journal: Journal, fixed: Fixed, *, new_id: NewId
    ) -> None:
        self._sessions = sessions
        self._journal = journal
        self._fixed = fixed
        self._new_id = new_id
        self._assistant: Assistant | None = None
        self.is_off = False
        self.is_starting = False

    @property
    def version(self) -> str:
        """The version of the content in use; empty if there is none."""
        return self._assistant.version if self._assistant else ""

    @property
    def answers(self) -> bool:
        """Whether questions are answered."""
        return self._assistant is not None and not self.is_off

    def replace(self, knowledge: Knowledge) -> None:
        """Answer from ``knowledge`` from now on; what is in hand ends on what it began with."""
        catalogue = knowledge.catalogue
        texts = {name: phrases.texts for name, phrases in catalogue.phrases.items()}
        self._fixed = Fixed(texts, tuple(catalogue.hotlines.values()))
        if self._assistant is None:
            self._assistant = Assistant(
                knowledge, self._sessions, self._journal, new_id=self._new_id
            )
        else:
            self._assistant.replace(knowledge)

    async def ask(self, question: Question) -> Reply:
        """The reply to what was typed."""
        if self._assistant and not self.is_off:
            return await self._assistant.ask(question)
        card = card_alone(question)
        notice = self._notice(question)
        if card is None:
            return notice
        return replace(notice, blocks=(*card.blocks, *notice.blocks), alert=card.alert)

    async def choose(self, question: Question) -> Reply:
        """The reply to a button or a command."""
        if self._assistant and (not self.is_off or question.text in _ALWAYS):
            return await self._assistant.choose(question)
        return self._notice(replace(question, language=question.language or Language.ZH))

    def phrase(self, name: str, language: Language, **values: object) -> str:
        """A fixed text in the asker's language; nobody is welcomed to what does not answer."""
        if name == "welcome" and not self.answers:
            return self._lead(language)
        return self._fixed.phrase(name, language, **values)

    def _notice(self, question: Question) -> Reply:
        language = question.language or detect(take_in(question.text).words)
        name = language.text
        numbers = tuple(
            f"{line.number} {getattr(line.name, name)}"
            for line in self._fixed.hotlines
            if not line.referrals_only
        )
        lead = Block(BlockKind.LEAD, self._lead(language), items=numbers)
        return Reply(Outcome.FAILED, (lead,), language, version=self.version)

    def _lead(self, language: Language) -> str:
        is_starting = self.is_starting and not self.is_off and self._assistant is None
        name = "starting" if is_starting else "off"
        return self._fixed.phrase(name, language) or closed(language)
