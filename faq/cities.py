"""What a city has of its own: shown once its police have confirmed it, else said to be missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from faq.facts import Facts
from faq.linking import may_link
from faq.model import Block, BlockKind, Link
from faq.schema.city import Act, CityFile, Window
from faq.texts import Texts


@dataclass(frozen=True, slots=True)
class Cities:
    """Cities of one version of the content, in one language."""

    texts: Texts

    def blocks(self, facts: Facts, act: Act | None, name: str) -> Iterator[Block]:
        """The channels, for ``act`` if one is asked, and windows of a city that serve an item."""
        city = self.texts.catalogue.cities[name]
        category = self.texts.catalogue.category_of(facts.item.id)
        channels = [
            channel
            for channel in city.channels
            if channel.is_verified
            and category in channel.serves
            and (act is None or act in channel.acts)
            and may_link(channel.url, self.texts.catalogue.hosts)
        ]
        windows = [one for one in city.windows if one.is_verified and category in one.serves]
        if channels or windows:
            date = min(one.verified_on or "" for one in (*channels, *windows))
            text = self.texts.phrase("city_own", city=self.texts.city(name), date=date)
            links = tuple(Link(channel.name, channel.url) for channel in channels)
            yield Block(BlockKind.WHERE, text, tuple(map(_window, windows)), links)

    def notes(self, name: str) -> Iterator[Block]:
        """What else the city's police want said."""
        city: CityFile = self.texts.catalogue.cities[name]
        for note in city.notes:
            if note.is_verified:
                yield Block(BlockKind.NOTE, getattr(note.text, self.texts.language))


def _window(window: Window) -> str:
    known = (window.address, window.phone, window.hours)
    return f"{window.name}: {', '.join(filter(None, known))}"
