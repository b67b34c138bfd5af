"""Why a reply is what it is: the matches, their scores and what they rest on."""

from faq.model import Match, Reply


def explain(reply: Reply) -> str:
    """A line for the decision, and for each match one with its scores and one with its evidence."""
    lines = [f"{reply.outcome}  confidence {reply.confidence:.2f}  content {reply.version}"]
    for match in reply.why:
        lines += _lines(match)
    return "\n".join(lines)


def _lines(match: Match) -> list[str]:
    why = match.evidence
    lines = [
        f"  {match.confidence:.2f}  score {match.score:.3f}  {match.kind} {match.topic}"
        f" / {match.facet}  ← {match.phrasing or '(topic as a whole)'}",
        f"        learned {why.learned:.3f}  likeness {why.likeness:.3f}"
        f"  answers {why.background:.3f}  margin {why.margin:+.3f}  known {why.known:.2f}",
    ]
    if why.words:
        lines.append(f"        words {' · '.join(why.words)}")
    return lines
