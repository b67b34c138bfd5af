"""Faults that a test asks for: the next calls of a method fail in a given way, then all is well."""

import asyncio
import json
from dataclasses import dataclass, replace

_DESCRIBED = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request",
    429: "Too Many Requests: retry later",
    500: "Internal Server Error",
    502: "Bad Gateway",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """How a call goes wrong: with a status and body of its own, or with the connection dropped.

    ``performs`` tells whether the call is carried out all the same. ``resets``: the connection
    breaks off as it does when nobody read the request. ``hangs``: no answer ever comes.
    """

    method: str
    times: int
    status: int = 200
    body: bytes | None = None
    retry_after: int | None = None
    drops: bool = False
    resets: bool = False
    hangs: bool = False
    performs: bool = False
    chat: int | None = None
    held: asyncio.Event | None = None


def error_body(status: int, description: str, **parameters: int) -> bytes:
    """An error as the Bot API describes it."""
    error: dict[str, object] = {"ok": False, "error_code": status, "description": description}
    if parameters:
        error["parameters"] = parameters
    return json.dumps(error).encode()


class Faults:
    """The faults still to come."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Have the next calls fail so."""
        if fault.body is None and fault.status != 200:
            wait = {} if fault.retry_after is None else {"retry_after": fault.retry_after}
            said = _DESCRIBED.get(fault.status, "Error")
            fault = replace(fault, body=error_body(fault.status, said, **wait))
        self._faults.append(fault)

    def take(self, method: str, chat: int | None) -> Fault | None:
        """The fault this call meets, if any; it is used up by one."""
        for at, fault in enumerate(self._faults):
            if fault.method == method and fault.chat in (None, chat):
                if fault.times > 1:
                    self._faults[at] = replace(fault, times=fault.times - 1)
                else:
                    del self._faults[at]
                return fault
        return None
