"""Why a reply is what it is: the matches, their scores and the phrasings they rest on."""

from faq.model import Reply


def explain(reply: Reply) -> str:
    """A line for the decision and one for each match, best first."""
    lines = [f"{reply.outcome}  confidence {reply.confidence:.2f}  content {reply.version}"]
    lines += [
        f"  {match.confidence:.2f}  score {match.score:.3f}"
        f"  {match.kind} {match.topic} / {match.facet}"
        f"  ← {match.phrasing or '(topic as a whole)'}"
        for match in reply.why
    ]
    return "\n".join(lines)
