"""The figures that Prometheus collects; their labels have few values, and none from a person."""

from collections.abc import Callable
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from faq.model import Reply

_SOON: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
_LATER: Final = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0)


class Metrics:
    """Every figure of one process."""

    def __init__(self) -> None:
        self._registry = of = CollectorRegistry()
        self._questions = Counter(
            "jingwu_questions", "Turns by how they ended", ["channel", "outcome"], registry=of
        )
        self._cards = Counter(
            "jingwu_emergency_cards", "Emergency cards by kind", ["alert"], registry=of
        )
        self._match = Histogram(
            "jingwu_match_seconds", "From question to reply", buckets=_SOON, registry=of
        )
        self._handle = Histogram(
            "jingwu_handle_seconds", "From update to done", buckets=_LATER, registry=of
        )
        self._send = Histogram(
            "jingwu_send_seconds", "Bot API: sending a message", buckets=_LATER, registry=of
        )
        self._unclear = Counter(
            "jingwu_sends_unclear",
            "Messages given up of which nobody knows whether they arrived",
            registry=of,
        )
        self._api_errors = Counter(
            "jingwu_bot_api_errors", "Calls that failed", ["kind"], registry=of
        )
        self._reloads = Counter("jingwu_reloads", "Reloads by result", ["result"], registry=of)
        self._content = Gauge("jingwu_content_info", "Content in use", ["version"], registry=of)
        self._content_since = Gauge(
            "jingwu_content_since_seconds", "When the content went live", registry=of
        )

    def gauge(self, name: str, described: str, value: Callable[[], float]) -> None:
        """Ask ``value`` whenever the figures are collected."""
        Gauge(f"jingwu_{name}", described, registry=self._registry).set_function(value)

    def answered(self, channel: str, reply: Reply, seconds: float) -> None:
        """A turn was answered."""
        self._questions.labels(channel, reply.outcome.value).inc()
        self._match.observe(seconds)
        if reply.alert:
            self._cards.labels(reply.alert.value).inc()

    def handled(self, seconds: float) -> None:
        """An update was handled."""
        self._handle.observe(seconds)

    def sent(self, seconds: float) -> None:
        """A message was sent."""
        self._send.observe(seconds)

    def unclear(self) -> None:
        """A message was given up, of which nobody knows whether it arrived."""
        self._unclear.inc()

    def api_error(self, kind: str) -> None:
        """A call of the Bot API failed; ``kind`` is one of a few words."""
        self._api_errors.labels(kind).inc()

    def reloaded(self, result: str) -> None:
        """Content was looked at again; ``result`` is one of a few words."""
        self._reloads.labels(result).inc()

    def content(self, version: str, since: float) -> None:
        """Which content is in use, and since when."""
        self._content.clear()
        self._content.labels(version).set(1)
        self._content_since.set(since)

    def collected(self) -> tuple[bytes, str]:
        """All figures in Prometheus' form, and its content type."""
        return generate_latest(self._registry), CONTENT_TYPE_LATEST
