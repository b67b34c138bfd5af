"""Which request is in hand, so that every line of the log about it can be found."""

from contextvars import ContextVar

REQUEST: ContextVar[str] = ContextVar("request", default="-")
