"""Which addresses may become links."""

import re
from urllib.parse import urlsplit

_PLAIN = re.compile(r"[!-\[\]-~]+\Z")  # printable ASCII without space and backslash
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}\Z")


def may_link(url: str | None, hosts: tuple[str, ...]) -> bool:
    """Whether an address is plain http(s) to a listed host, without user, port or odd letters."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    host = parts.netloc
    is_plain = url is not None and _PLAIN.match(url) and _HOST.match(host)
    if parts.scheme not in ("http", "https") or not is_plain:
        return False
    return any(
        host == listed or (listed.startswith("*.") and host.endswith(listed[1:]))
        for listed in hosts
    )
