"""Everything that one version of the content knows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import get_args

from faq.catalogue import Catalogue
from faq.composing import Composer
from faq.lately import Lately
from faq.matching.matcher import Matcher
from faq.model import Facet, Language, TextLanguage
from faq.turns import Turns


@dataclass(frozen=True, slots=True, repr=False)  # it would be megabytes
class Knowledge:
    """One version of the content, ready to be asked; replaced as a whole on reload."""

    catalogue: Catalogue
    matcher: Matcher
    turns: Turns = field(init=False)
    composers: Mapping[TextLanguage, Composer] = field(init=False)
    lately: Lately = field(default_factory=Lately, init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "turns", Turns(self.catalogue))
        composers = {one: Composer(self.catalogue, one) for one in get_args(TextLanguage)}
        object.__setattr__(self, "composers", composers)

    def asks(self, text: str) -> bool:
        """Whether ``text`` asks something rather than tells it: a word of it points to a facet, or
        it says in a known form that a place is wanted (最近的派出所).
        """
        asks_where = self.turns.read(text).asks is Facet.WHERE
        return asks_where or self.matcher.asks_facet(text)

    def composer(self, language: Language) -> Composer:
        """What composes texts in the language of a reply."""
        return self.composers[language.text]
