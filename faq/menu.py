"""Browsing: all categories and audiences, and the entries of one, page by page."""

from dataclasses import dataclass, replace

from faq import codes
from faq.composing import Composer
from faq.model import Block, BlockKind, Choice, Facet, Language, Outcome, Reply

_PAGE = 8
_FORGET = codes.Command("forget")


@dataclass(frozen=True, slots=True)
class Menu:
    """Menus of one version of the content, in one language."""

    composer: Composer
    language: Language

    def start(self) -> Reply:
        """What this is, how to ask, and that it is no channel for emergencies."""
        blocks = (
            Block(BlockKind.LEAD, *self._lead("welcome")),
            Block(BlockKind.NOTE, self.composer.phrase("not_emergency")),
            Block(BlockKind.NOTE, self.composer.phrase("privacy")),
        )
        return self._reply(blocks, (self._to_menu(),))

    def categories(self) -> Reply:
        """All categories that have entries, then all audiences."""
        phrases = self.composer.catalogue.phrases[self.composer.language]
        groups = [
            (codes.Page("c", name, 1), title)
            for name, title in phrases.categories.items()
            if self.composer.catalogue.categories.get(name)
        ]
        groups += [(codes.Page("a", name, 1), title) for name, title in phrases.audiences.items()]
        choices = [Choice(title, codes.encode(page)) for page, title in groups]
        if self.composer.catalogue.guides:
            choices.insert(0, Choice(self.composer.phrase("command_guides"), "guides"))
        return self._reply((Block(BlockKind.LEAD, self.composer.phrase("menu")),), tuple(choices))

    def guides(self) -> Reply:
        """All guides."""
        choices = [
            Choice(
                getattr(guide.file.name, self.composer.language), codes.encode(codes.Guide(name))
            )
            for name, guide in self.composer.catalogue.guides.items()
        ]
        lead = Block(BlockKind.LEAD, self.composer.phrase("guides"))
        return self._reply((lead,), (*choices, self._to_menu()))

    def page(self, page: codes.Page) -> Reply | None:
        """A page of entries; None if there is no such group or page."""
        entries = self._entries(page)
        pages = -(-len(entries) // _PAGE)
        if not 1 <= page.number <= pages:
            return None
        shown = entries[(page.number - 1) * _PAGE : page.number * _PAGE]
        title = self.composer.phrase(
            "menu_category", name=self._title(page), page=page.number, pages=pages
        )
        choices = [
            Choice(
                self.composer.name(entry),
                codes.encode(codes.Answer(entry, Facet.OVERVIEW)),
                entry,
                Facet.OVERVIEW,
            )
            for entry in shown
        ]
        choices += self._turn(page, pages)
        return self._reply((Block(BlockKind.LEAD, title),), tuple(choices))

    def privacy(self) -> Reply:
        """What is kept of a chat, what is not, and how to have it deleted."""
        delete = Choice(self.composer.phrase("command_forget"), codes.encode(_FORGET))
        blocks = (
            Block(BlockKind.LEAD, *self._lead("privacy_kept")),
            Block(BlockKind.LIST, *self._lead("privacy_not_kept")),
            Block(BlockKind.NOTE, self.composer.phrase("privacy_delete")),
        )
        return self._reply(blocks, (delete, self._to_menu()))

    def forgotten(self) -> Reply:
        """What was deleted."""
        lead = Block(BlockKind.LEAD, self.composer.phrase("forgotten"))
        rest = Block(BlockKind.TEXT, self.composer.phrase("forgotten_rest"))
        return self._reply((lead, rest), (self._to_menu(),))

    def not_forgotten(self) -> Reply:
        """That deleting failed; it can be tried again."""
        lead = Block(BlockKind.LEAD, self.composer.phrase("not_forgotten"))
        again = Choice(self.composer.phrase("command_forget"), codes.encode(_FORGET))
        return replace(self._reply((lead,), (again,)), outcome=Outcome.FAILED)

    def _entries(self, page: codes.Page) -> tuple[str, ...]:
        catalogue = self.composer.catalogue
        if page.group == "c":
            return catalogue.categories.get(page.name, ())
        return tuple(
            entry
            for ids in catalogue.categories.values()
            for entry in ids
            if page.name in catalogue.facts[entry].item.audience
        )

    def _title(self, page: codes.Page) -> str:
        phrases = self.composer.catalogue.phrases[self.composer.language]
        titles = phrases.categories if page.group == "c" else phrases.audiences
        return {str(name): title for name, title in titles.items()}[page.name]

    def _turn(self, page: codes.Page, pages: int) -> list[Choice]:
        turns = []
        for name, number in (("previous_page", page.number - 1), ("next_page", page.number + 1)):
            if 1 <= number <= pages:
                code = codes.encode(codes.Page(page.group, page.name, number))
                turns.append(Choice(self.composer.phrase(name), code))
        return [*turns, self._to_menu()]

    def _to_menu(self) -> Choice:
        return Choice(self.composer.phrase("to_menu"), codes.encode(codes.Command("menu")))

    def _lead(self, name: str) -> tuple[str, tuple[str, ...]]:
        lead, *items = self.composer.phrase(name).splitlines()
        return lead, tuple(item.removeprefix("- ") for item in items)

    def _reply(self, blocks: tuple[Block, ...], choices: tuple[Choice, ...]) -> Reply:
        return Reply(Outcome.GUIDED, blocks, self.language, choices=choices)
