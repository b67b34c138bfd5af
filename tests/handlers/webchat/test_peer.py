import pytest
from aiohttp.test_utils import make_mocked_request

from handlers.webchat.peer import Peer, peer, trusted

PROXIES = trusted(["10.0.0.0/8", "::1"])


def ask(remote: str | None, **headers: str) -> Peer:
    """The peer of a request from ``remote``; header names are written with underscores."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = make_mocked_request("POST", "/", headers=named)
    return peer(request.clone(remote=remote) if remote is not None else request, PROXIES)


def test_a_forged_forwarding_header_of_a_stranger_is_ignored() -> None:
    sender = ask("203.0.113.9", X_Forwarded_For="198.51.100.1", X_Forwarded_Proto="https")
    assert sender == Peer("203.0.113.9", is_secure=False)


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("198.51.100.1", "198.51.100.1"),
        ("192.0.2.66, 198.51.100.1", "198.51.100.1"),
        ("192.0.2.66, 198.51.100.1, 10.0.0.7", "198.51.100.1"),
        ("192.0.2.66, junk, 10.0.0.7", "10.0.0.7"),
        ("junk", "10.0.0.2"),
        ("", "10.0.0.2"),
        ("10.0.0.5, 10.0.0.6", "10.0.0.5"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
    ],
)
def test_behind_proxies_the_first_stranger_from_the_right_is_the_sender(
    forwarded: str, address: str
) -> None:
    assert ask("10.0.0.2", X_Forwarded_For=forwarded).address == address


def test_a_proxy_may_say_that_the_sender_came_by_tls() -> None:
    assert ask("10.0.0.2", X_Forwarded_Proto="https").is_secure


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
    ],
)
def test_an_ipv6_sender_is_known_by_the_network(remote: str, address: str) -> None:
    assert ask(remote).address == address


def test_a_sender_without_an_address_is_unknown() -> None:
    assert ask("").address == "unknown"


def test_a_proxy_that_is_no_address_is_refused_at_start() -> None:
    with pytest.raises(ValueError, match="proxy"):
        trusted(["proxy.example"])
