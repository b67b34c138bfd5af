"""Questions and replies as JSON lines (DESIGN §9)."""

import json
from dataclasses import dataclass

from faq.assistant import Assistant
from faq.model import Language, Question, Reply
from faq.plain import text


class BadLine(Exception):
    """A line that is no question; the text says why."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A line read: the question, the turns before it, and what to call it."""

    id: object
    text: str
    context: tuple[str, ...]
    language: Language | None


async def answer_line(assistant: Assistant, line: str, number: int) -> str:
    """The reply to one line; a line that is no question gets one that says why."""
    try:
        asked = _parse(line)
    except BadLine as fault:
        return _dumped({"id": None, "line": number, "outcome": "failed", "error": str(fault)})
    chat = f"jsonl:{number}"
    for turn in asked.context:
        await assistant.ask(Question(turn, "ask", chat, asked.language))
    return as_json(asked.id, await assistant.ask(Question(asked.text, "ask", chat, asked.language)))


def as_json(name: object, reply: Reply) -> str:
    """A reply as one line of JSON."""
    record = {
        "id": name,
        "outcome": reply.outcome,
        "alert": reply.alert,
        "entry": reply.entry,
        "facet": reply.facet,
        "confidence": round(reply.confidence, 4),
        "choices": [
            {"entry": one.entry, "facet": one.facet, "label": one.label} for one in reply.choices
        ],
        "more": [{"entry": one.entry, "facet": one.facet} for one in reply.more],
        "language": reply.language,
        "text": text(reply),
    }
    return _dumped(record)


def _dumped(record: dict[str, object]) -> str:
    """The record as JSON that can be written as UTF-8; a broken surrogate becomes a mark."""
    line = json.dumps(record, ensure_ascii=False)
    return line.encode("utf-8", "replace").decode("utf-8")


def _parse(line: str) -> Asked:
    try:
        value = json.loads(line, parse_constant=lambda name: name)
    except (ValueError, RecursionError):
        raise BadLine("这一行不是 JSON / this line is not JSON") from None
    if not isinstance(value, dict):
        raise BadLine("这一行应当是 JSON 对象 / must be a JSON object")
    text_, context = value.get("text"), value.get("context") or []
    if not isinstance(text_, str):
        raise BadLine("text 应当是文字 / text must be a string")
    if not isinstance(context, list) or not all(isinstance(turn, str) for turn in context):
        raise BadLine("context 应当是文字的列表 / context must be a list of strings")
    return Asked(value.get("id"), text_, tuple(context), _language(value.get("language")))


def _language(value: object) -> Language | None:
    if value is None:
        return None
    try:
        return Language(str(value))
    except ValueError:
        known = ", ".join(Language)
        raise BadLine(f"language 只能是 {known} / unknown language") from None
