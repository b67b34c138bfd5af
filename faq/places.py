"""Where something is done, and through which official channel: by act, by wing and by city."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import get_args

from faq.cities import Cities
from faq.facts import Facts
from faq.linking import may_link
from faq.model import Block, BlockKind, Facet, Link, Policy
from faq.schema.channels import Use
from faq.schema.city import Act
from faq.template import render
from faq.texts import Texts

_ACTS: dict[Facet, Act] = {Facet.APPOINTMENT: "book", Facet.PROGRESS: "progress"}
_CHANNEL_FACETS = frozenset(
    {
        Facet.ONLINE,
        Facet.APPOINTMENT,
        Facet.PROGRESS,
        Facet.OVERVIEW,
        Facet.STEPS,
        Facet.WHERE,
        Facet.MATERIALS,
        Facet.CROSS_REGION,
    }
)


@dataclass(frozen=True, slots=True)
class Places:
    """Offices and channels of one version of the content, in one language."""

    texts: Texts

    def blocks(self, facts: Facts, facet: Facet, text: str, city: str | None) -> Iterator[Block]:
        """What stands below the answer ``text``: what the city has of its own, then the offices
        and channels of the whole province that serve what was asked.
        """
        if city and city in self.texts.catalogue.cities:
            yield from self._city(facts, facet, text, city)
        if facet in _ACTS:
            yield self._ways(facts, facet)
        elif not text or facet in _CHANNEL_FACETS or facts.policy is Policy.REFER_ONLY:
            yield from self._where(facts, text, has_acts=facet is Facet.ONLINE)

    def serve(self, facts: Facts, facet: Facet) -> bool:
        """Whether a channel serves ``facet``, of which the catalogue may say nothing else."""
        return bool(self._serving(facts, facet))

    def sources(self, facts: Facts, facet: Facet) -> tuple[str, ...]:
        """The references of what says that the channels serve ``facet``."""
        is_online = facet is Facet.ONLINE
        serving = self._active(facts) if is_online else self._serving(facts, facet)
        return tuple(dict.fromkeys(self.texts.catalogue.uses[key].source for key in serving))

    def _serving(self, facts: Facts, facet: Facet) -> tuple[str, ...]:
        """The channels of an item through which what ``facet`` asks can be done."""
        uses = self.texts.catalogue.uses
        if facet not in _ACTS:
            return ()
        return tuple(
            key
            for key in facts.item.channels
            if key in uses and _serves(uses[key], _ACTS[facet], facts.item.id)
        )

    def _active(self, facts: Facts) -> tuple[str, ...]:
        """The channels of an item of which it is known what they do."""
        uses, item = self.texts.catalogue.uses, facts.item.id
        return tuple(key for key in facts.item.channels if key in uses and _acts(uses[key], item))

    def _ways(self, facts: Facts, facet: Facet) -> Block:
        """The ways to do what ``facet`` asks, or that none was found online, and as of when."""
        uses = self.texts.catalogue.uses
        keys = self._serving(facts, facet)
        date = min((uses[key].checked_on for key in keys), default=self.texts.catalogue.compiled)
        head = self.texts.phrase(f"{_ACTS[facet]}_{'ways' if keys else 'nowhere'}", date=date)
        ways: list[tuple[str, str]] = [(uses[key].wing, self.texts.channel(key)) for key in keys]
        ways += [("kiosk", line) for line in facts.get("steps.self_service") or ()]
        names = self.texts.catalogue.phrases[self.texts.language].tiers
        tiers = [names[tier] for tier in facts.get("where.tier") or () if tier != "online"]
        ways += [("window", self.texts.join(tiers))] if tiers else []
        items = tuple(self.texts.phrase(f"wing_{wing}", way=way) for wing, way in ways)
        return Block(BlockKind.WHERE, head, items, self._links(keys))

    def _where(self, facts: Facts, text: str, *, has_acts: bool) -> Iterator[Block]:
        tiers = self._tiers(facts)
        line = self.texts.phrase("where", tiers=tiers) if tiers and tiers not in text else ""
        for block in self.online(facts):
            told = replace(block, text=f"{line}\n{block.text}" if line else block.text)
            yield self._with_acts(told, facts) if has_acts else told
            return
        if line:
            yield Block(BlockKind.WHERE, line)

    def _with_acts(self, block: Block, facts: Facts) -> Block:
        """The channels with what each of them does, and as of when."""
        uses, active = self.texts.catalogue.uses, self._active(facts)
        if not active:
            return block
        head = self.texts.phrase("online_ways", date=min(uses[key].checked_on for key in active))
        items = []
        for key in active:
            acts = (self.texts.phrase(f"act_{act}") for act in _acts(uses[key], facts.item.id))
            way = f"{self.texts.channel(key)}({self.texts.join(acts)})"
            items.append(self.texts.phrase(f"wing_{uses[key].wing}", way=way))
        return replace(block, text=f"{block.text}\n{head}", items=tuple(items))

    def online(self, facts: Facts) -> Iterator[Block]:
        """The official online channels of an item, if it has any."""
        channels = self.texts.catalogue.channels
        links = self._links(facts.item.channels)
        linked = {link.title for link in links}
        named = [(self.texts.channel(key), channels[key].url) for key in facts.item.channels]
        names = [name for name, url in named if not url or name in linked]
        if names:
            known = "channels" if facts.get("steps.online") else "channels_perhaps"
            line = self.texts.phrase(known) + self.texts.join(names)
            yield Block(BlockKind.WHERE, line, links=links)

    def _city(self, facts: Facts, facet: Facet, text: str, city: str) -> Iterator[Block]:
        """What is confirmed of the city; else that it is not, unless the answer speaks of it or
        what is done online only is the same everywhere.
        """
        cities = Cities(self.texts)
        has_channels = facet in _CHANNEL_FACETS
        own = tuple(cities.blocks(facts, _ACTS.get(facet), city)) if has_channels else ()
        yield from own
        is_everywhere = set(facts.get("where.tier") or ()) == {"online"}
        if not own and not is_everywhere and self.texts.city(city) not in text:
            phrase = "city_channels" if has_channels else "city_same"
            yield Block(BlockKind.NOTE, self.texts.phrase(phrase, city=self.texts.city(city)))
        yield from cities.notes(city)

    def _tiers(self, facts: Facts) -> str:
        if not facts.get("where.tier"):
            return ""
        scope = self.texts.catalogue.scope(self.texts.language)
        return render("{where.tier}", facts.item.id, scope)

    def _links(self, keys: Iterable[str]) -> tuple[Link, ...]:
        """Links to the channels that have an address."""
        catalogue = self.texts.catalogue
        urls = [(self.texts.channel(key), catalogue.channels[key].url) for key in keys]
        return tuple(
            Link(name, url) for name, url in urls if url and may_link(url, catalogue.hosts)
        )


def _serves(use: Use, act: Act, item: str) -> bool:
    return act in use.acts or item in use.only.get(act, ())


def _acts(use: Use, item: str) -> tuple[Act, ...]:
    """What a channel does for an item."""
    return tuple(act for act in get_args(Act) if _serves(use, act, item))
