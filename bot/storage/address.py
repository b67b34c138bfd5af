"""A storage address as it may be shown."""

import re

_PASSWORD = re.compile(r"(?<=//)([^/@:]*):[^/@]*@|(?<=[?&])(password=)[^&]*", re.I)


def shown(url: str) -> str:
    """The address without its password."""
    return _PASSWORD.sub(lambda found: f"{found[2]}***" if found[2] else f"{found[1]}:***@", url)
