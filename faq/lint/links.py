"""Links: citizens are led only to hosts of `hosts.yaml`, by plain https, and texts name no others.

链接:给市民的网址只能是 `hosts.yaml` 里的网站。渠道的网址必须以 https:// 开头;
不能带用户名、端口、IP、短链接、跳转,不能是长得像政府网站的别的网站。
答案、转介和固定用语里也不写别的网址、邮箱、@账号。`hosts.yaml` 里应当是 .gov.cn 的网站。
链接上写的字如果是网址,必须就是它要去的那个网站。
改法:换成官方网址;确实要加新网站,先核实,再写进 `hosts.yaml`。
"""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from faq.addresses import addresses, hostile
from faq.catalogue import Catalogue
from faq.linking import may_link
from faq.lint.shown import Shown, shown
from faq.model import Level, Problem
from faq.yamltree import Tree

_SOURCES = "catalogue/sources.yaml"
_NARROW = 2  # dots below "*.": *.gat.ln.gov.cn, never *.gov.cn
_NOT_LISTED = "不在 hosts.yaml 里 / its host is not listed in hosts.yaml"


def check(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Yield every address that may not be shown, and every host that should not be listed."""
    yield from _channels(catalogue, trees)
    yield from _sources(catalogue, trees)
    yield from _hosts(catalogue, trees)
    for said in shown(catalogue, trees):
        for address in addresses(said.own):
            if not _may_name(address, said.text, catalogue.hosts):
                yield said.problem("links", f"{address} {_NOT_LISTED}")
            elif said.where[0] == "channels":
                yield from _mismatch(said, address, catalogue)


def _channels(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    for at, channel in enumerate(catalogue.channels.values()):
        fault = _fault(channel.url, catalogue.hosts) if channel.url else None
        if fault:
            where = ("channels", at, "url")
            yield trees[_SOURCES].problem(where, "links", f"{channel.url} {fault}")


def _mismatch(said: Shown, address: str, catalogue: Catalogue) -> Iterator[Problem]:
    """A channel's name is what its link says; an address in it must be the one it opens."""
    channel = catalogue.channels.get(str(said.where[1]))
    if channel and channel.url and address not in (channel.url, urlsplit(channel.url).netloc):
        message = f"字面是 {address},打开的是 {channel.url} / names another site than it opens"
        yield said.problem("links", message)


def _sources(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    for at, source in enumerate(catalogue.sources.values()):
        fault = hostile(source.url) if source.url and source.show_url_to_user else None
        if fault:
            where = ("sources", at, "url")
            yield trees[_SOURCES].problem(where, "links", f"{source.url} {fault}")


def _hosts(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    for at, host in enumerate(catalogue.hosts):
        bare = host.removeprefix("*.")
        fault = hostile(f"https://{bare}")
        if fault or (host != bare and bare.count(".") < _NARROW):
            message = f"{host} {fault or '范围太大 / covers too much'}"
            yield trees["hosts.yaml"].problem(("hosts", at), "links", message)
        elif not bare.endswith(".gov.cn"):
            message = f"{host} 不是 .gov.cn 网站,请核实 / is no .gov.cn site; make sure"
            yield trees["hosts.yaml"].problem(("hosts", at), "links", message, Level.WARNING)


def _fault(url: str, hosts: tuple[str, ...]) -> str | None:
    if not url.startswith("https://"):
        return "要以 https:// 开头 / must begin with https://"
    return hostile(url) or (None if may_link(url, hosts) else _NOT_LISTED)


def _may_name(address: str, text: str, hosts: tuple[str, ...]) -> bool:
    if address not in text:
        return False  # it was written with full-width letters or dots
    return _fault(address if "://" in address else f"https://{address}", hosts) is None
