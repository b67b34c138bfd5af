"""Links: a channel's address is plain https to a host of `hosts.yaml`."""

from collections.abc import Iterator, Mapping

from faq.catalogue import Catalogue
from faq.composing import may_link
from faq.model import Problem
from faq.yamltree import Tree


def check(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Yield every channel whose address may not become a link."""
    for at, channel in enumerate(catalogue.channels.values()):
        if channel.url and not may_link(channel.url, catalogue.hosts):
            message = f"{channel.url} 不在 hosts.yaml 里 / its host is not listed"
            yield trees["catalogue/sources.yaml"].problem(("channels", at, "url"), "links", message)
