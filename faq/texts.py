"""Fixed texts of one version of the content, in one language."""

from collections.abc import Iterable
from dataclasses import dataclass

from faq.catalogue import Catalogue
from faq.model import TextLanguage


@dataclass(frozen=True, slots=True)
class Texts:
    """What is said word for word."""

    catalogue: Catalogue
    language: TextLanguage

    def phrase(self, name: str, /, **values: object) -> str:
        """A fixed text with its values filled in."""
        return self.catalogue.phrases[self.language].texts[name].format(**values)

    def join(self, names: Iterable[str]) -> str:
        """Names in a row."""
        return ("、" if self.language == "zh" else ", ").join(names)

    def channel(self, key: str) -> str:
        """What a channel is called."""
        return self.catalogue.phrases[self.language].channels[key]

    def city(self, name: str) -> str:
        """What a city is called."""
        return str(getattr(self.catalogue.cities[name].name, self.language))
