"""Channels, cities and follow-ups: what their tables name must exist.

`channels.yaml` names channels, sources and items of the catalogue; `turns.yaml` names entries and
its own cases, and what is said for one facet there is said for no other; `leading.yaml` names
entries and referrals, `safety.yaml` entries; the address of a city's channel is plain https to a
host of `hosts.yaml`.

渠道、城市、接着问:`channels.yaml` 写到的渠道、来源、事项,`turns.yaml` 写到的条目和情形,
`leading.yaml` 写到的条目和转介,`safety.yaml` 写到的条目,都必须存在;
`asks` 里同一句话只写在一个方面下;
`cities/` 里的网址必须是 `hosts.yaml` 里的网站。
改法:核对拼写;新网站先核实,再写进 `hosts.yaml`。
"""

from collections.abc import Iterator, Mapping

from faq.catalogue import Catalogue
from faq.linking import may_link
from faq.model import Problem
from faq.normalise import canonical
from faq.yamltree import Tree, Where

_MISSING = "{} 不存在 / does not exist"
_TWICE = "“{}”写了两次 / is there twice"


def check(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Yield every name of something that is not there."""
    for where, name in _uses(catalogue):
        yield trees["channels.yaml"].problem(where, "asking", _MISSING.format(name))
    for where, name in _turns(catalogue):
        yield trees["turns.yaml"].problem(where, "asking", _MISSING.format(name))
    for where, form in _twice(catalogue):
        yield trees["turns.yaml"].problem(where, "asking", _TWICE.format(form))
    for where, name in _led(catalogue):
        yield trees["leading.yaml"].problem(where, "asking", _MISSING.format(name))
    for where, name in _in_safety(catalogue):
        yield trees["safety.yaml"].problem(where, "asking", _MISSING.format(name))
    for city in catalogue.cities.values():
        for at, channel in enumerate(city.channels):
            if not may_link(channel.url, catalogue.hosts):
                message = f"{channel.url} 不在 hosts.yaml 里 / its host is not listed"
                tree = trees[f"cities/{city.id}.yaml"]
                yield tree.problem(("channels", at, "url"), "asking", message)


def _uses(catalogue: Catalogue) -> Iterator[tuple[Where, str]]:
    for key, use in catalogue.uses.items():
        if key not in catalogue.channels:
            yield ("channels", key), key
        if use.source not in catalogue.sources:
            yield ("channels", key, "source"), use.source
        for act, items in use.only.items():
            for at, item in enumerate(items):
                if item not in catalogue.facts:
                    yield ("channels", key, "only", act, at), item


def _turns(catalogue: Catalogue) -> Iterator[tuple[Where, str]]:
    for at, thing in enumerate(catalogue.turns.things):
        for case, entry in thing.entries.items():
            if case not in catalogue.turns.cases:
                yield ("things", at, "entries"), case
            if entry not in catalogue.entries:
                yield ("things", at, "entries", case), entry
    for at, case in enumerate(catalogue.turns.grave):
        if case not in catalogue.turns.cases:
            yield ("grave", at), case
    topics = {*catalogue.entries, *catalogue.referrals, *catalogue.frames}
    turns = catalogue.turns
    for key, named in (("general", turns.general), ("idle", turns.idle)):
        for at, topic in enumerate(named):
            if topic not in topics:
                yield (key, at), topic


def _led(catalogue: Catalogue) -> Iterator[tuple[Where, str]]:
    for at, way in enumerate(catalogue.leading.ways):
        if way.otherwise not in {*catalogue.entries, *catalogue.referrals}:
            yield ("ways", at, "otherwise"), way.otherwise
        for place, entry in enumerate(way.entries):
            if entry not in catalogue.entries:
                yield ("ways", at, "entries", place), entry
    for at, entry in enumerate(catalogue.leading.helpful):
        if entry not in catalogue.entries:
            yield ("helpful", at), entry


def _in_safety(catalogue: Catalogue) -> Iterator[tuple[Where, str]]:
    table = catalogue.safety
    lists: list[tuple[Where, tuple[str, ...]]] = [(("police",), table.police)]
    lists += [(("danger", alert.value), entries) for alert, entries in table.danger.items()]
    lists += [(("lawful", harm.value), entries) for harm, entries in table.lawful.items()]
    for where, entries in lists:
        for at, entry in enumerate(entries):
            if entry not in catalogue.entries:
                yield (*where, at), entry


def _twice(catalogue: Catalogue) -> Iterator[tuple[Where, str]]:
    known: set[str] = set()
    for facet, forms in catalogue.turns.asks.items():
        for at, form in enumerate(forms):
            if canonical(form) in known:
                yield ("asks", facet, at), form
            known.add(canonical(form))
