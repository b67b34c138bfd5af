"""A guide as replies: the next question with its buttons, or the sheet at the end."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from faq import codes
from faq.composing import Composer
from faq.guides.decision import Ask, End
from faq.guides.guide import Answers, Guide
from faq.guiding.sheet import Sheet
from faq.model import Block, BlockKind, Choice, Facet, Language, Outcome, Reply
from faq.schema.entry import FullTexts

_ENTRIES = 4
_BRIEF = 3  # letters


@dataclass(frozen=True, slots=True)
class Conversation:
    """Walks guides in one language; ``language`` is the asker's, the texts are the composer's."""

    composer: Composer
    language: Language

    def press(self, code: codes.Guide) -> Reply | None:
        """The reply to a button; one from before the guide was changed starts it anew and says so.
        None if there is no such guide.
        """
        guide = self.composer.catalogue.guides.get(code.name)
        if guide is None:
            return None
        answers = guide.replay(code.path)
        if answers is not None:
            return self.go_on(guide, answers)
        return self.ask_again(guide, {}, "guide_restarted")

    def go_on(self, guide: Guide, answers: Answers) -> Reply:
        """The next question after ``answers``, or the sheet."""
        node = guide.node(answers)
        if isinstance(node, Ask):
            return self._question(guide, node, answers)
        if isinstance(node, End):
            return self._sheet(guide, node, answers)
        return self._question(guide, _start(guide), {})

    def ask_again(self, guide: Guide, answers: Answers, phrase: str) -> Reply:
        """The next question once more, under a word on why."""
        asked = self.go_on(guide, answers)
        told = Block(BlockKind.NOTE, self.composer.phrase(phrase))
        return replace(asked, blocks=(told, *asked.blocks))

    def leave(self, guide: Guide, answers: Answers) -> Reply:
        """A word that the guide is left."""
        lead = Block(BlockKind.LEAD, self.composer.phrase("guide_left"))
        entry = _entry(guide, answers)
        return Reply(Outcome.GUIDED, (lead,), self.language, entry=entry, facet=guide.file.facet)

    def word(self, phrase: str) -> Reply:
        """A word where no guide is in hand, and the way to all categories."""
        menu = Choice(self.composer.phrase("to_menu"), codes.encode(codes.Command("menu")))
        lead = Block(BlockKind.LEAD, self.composer.phrase(phrase))
        return Reply(Outcome.SMALL_TALK, (lead,), self.language, choices=(menu,))

    def code(self, guide: Guide, answers: Answers) -> str:
        """What a button carries that goes on after ``answers``."""
        return codes.encode(codes.Guide(guide.file.id, guide.encode(answers)))

    def _question(self, guide: Guide, ask: Ask, answers: Answers) -> Reply:
        step = guide.file.questions[ask.question]
        entry = _entry(guide, answers)
        choices = (self._option(guide, answers, ask.question, name) for name in ask.then)
        return Reply(
            Outcome.GUIDED,
            (Block(BlockKind.LEAD, self._text(step.ask, guide)), *self._said(guide, answers)),
            self.language,
            entry=entry,
            facet=guide.file.facet if entry == guide.file.entry else Facet.OVERVIEW,
            confidence=1.0,
            choices=(*choices, *self._turns(guide, answers)),
            guide=self.code(guide, answers),
        )

    def _option(self, guide: Guide, answers: Answers, question: str, name: str) -> Choice:
        option = guide.file.questions[question].options[name]
        return Choice(
            self._text(option.label, guide),
            self.code(guide, {**answers, question: name}),
            option.entry,
            Facet.OVERVIEW if option.entry else None,
        )

    def _sheet(self, guide: Guide, end: End, answers: Answers) -> Reply:
        outcome = guide.file.outcomes[end.outcome]
        sheet = Sheet(self.composer)
        lead, *rest = sheet.blocks(guide, outcome, answers)
        entries = tuple(
            Choice(
                self.composer.name(entry),
                codes.encode(codes.Answer(entry, Facet.OVERVIEW)),
                entry,
                Facet.OVERVIEW,
            )
            for entry in (*outcome.entries, *outcome.also)[:_ENTRIES]
        )
        return Reply(
            Outcome.GUIDED,
            (lead, *self._said(guide, answers), *rest),
            self.language,
            entry=outcome.entries[0],
            facet=outcome.facet,
            confidence=1.0,
            choices=(*entries, *self._changes(guide, answers), *self._turns(guide, answers)),
            sources=sheet.sources(outcome),
            guide=self.code(guide, answers),
        )

    def _said(self, guide: Guide, answers: Answers) -> Iterator[Block]:
        """What is known so far, so that a misread text is seen."""
        known = [self._answer(guide, name, option) for name, option in answers.items()]
        if known:
            said = self.composer.phrase("guide_known", known=" / ".join(known))
            yield Block(BlockKind.NOTE, said)

    def _answer(self, guide: Guide, name: str, option: str) -> str:
        """An answer as it is told again; one that says little by itself with what it answers."""
        step = guide.file.questions[name]
        label = self._text(step.options[option].label, guide)
        return label if len(label) > _BRIEF else f"{self._text(step.name, guide)}: {label}"

    def _turns(self, guide: Guide, answers: Answers) -> Iterator[Choice]:
        """One step back, and from the start."""
        if answers:
            before = dict(list(answers.items())[:-1])
            yield Choice(self.composer.phrase("guide_back"), self.code(guide, before))
            yield Choice(self.composer.phrase("guide_restart"), self.code(guide, {}))

    def _changes(self, guide: Guide, answers: Answers) -> Iterator[Choice]:
        """A button for each answer but the last that takes it back and keeps the others."""
        for name in list(answers)[:-1]:
            others = {one: option for one, option in answers.items() if one != name}
            label = self._text(guide.file.questions[name].name, guide)
            change = self.composer.phrase("guide_change", name=label)
            yield Choice(change, self.code(guide, others))

    def _text(self, texts: FullTexts, guide: Guide) -> str:
        return Sheet(self.composer).text(texts, guide.file.entry)


def _start(guide: Guide) -> Ask:
    """The first question as it stands, for a case that the rules do not cover."""
    name, step = next(iter(guide.file.questions.items()))
    return Ask(name, {option: End("") for option in step.options})


def _entry(guide: Guide, answers: Answers) -> str:
    """What is asked about: as the answers given say, else the guide's own entry."""
    for name, step in guide.file.questions.items():
        entry = step.options[answers[name]].entry if name in answers else None
        if entry:
            return entry
    return guide.file.entry
