"""Who sent a request, as far as a proxy that we trust may say so."""

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

from aiohttp import web

_Address = IPv4Address | IPv6Address
Proxies = tuple[IPv4Network | IPv6Network, ...]


@dataclass(frozen=True, slots=True)
class Peer:
    """The sender's address, an IPv6 one by its /64 network, and whether it came by TLS."""

    address: str
    is_secure: bool


def trusted(proxies: Iterable[str]) -> Proxies:
    """The addresses and networks of the proxies that may speak for others."""
    return tuple(ip_network(proxy, strict=False) for proxy in proxies)


def peer(request: web.Request, proxies: Proxies) -> Peer:
    """The sender of ``request``; forwarding headers count only from a trusted proxy."""
    nearest = _parse(request.remote or "")
    if nearest is None:
        return Peer("unknown", request.secure)
    if not _is_proxy(nearest, proxies):
        return Peer(_key(nearest), request.secure)
    by_tls = request.headers.get("X-Forwarded-Proto", "").strip().lower() == "https"
    return Peer(_key(_farthest(request, nearest, proxies)), request.secure or by_tls)


def _farthest(request: web.Request, nearest: _Address, proxies: Proxies) -> _Address:
    """Read from the right: the first hop that is no proxy of ours is the sender."""
    hops = ",".join(request.headers.getall("X-Forwarded-For", [])).split(",")
    for hop in reversed(hops):
        address = _parse(hop.strip())
        if address is None:
            break
        nearest = address
        if not _is_proxy(address, proxies):
            break
    return nearest


def _parse(text: str) -> _Address | None:
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _is_proxy(address: _Address, proxies: Proxies) -> bool:
    return any(address in network for network in proxies)


def _key(address: _Address) -> str:
    if isinstance(address, IPv6Address):
        return str(ip_network((address, 64), strict=False))
    return str(address)
