"""Why a reply is what it is: the matches, their scores and what they rest on."""

from collections.abc import Callable, Sequence

from faq.model import Match, Reply

_TOLD = 2  # of the best and its runner-up, the words that counted


def explain(reply: Reply, words: Callable[[str], Sequence[str]]) -> str:
    """A line for the decision, and for each match one with its scores and one with its evidence;
    ``words`` tells what spoke for a topic.
    """
    lines = [f"{reply.outcome}  confidence {reply.confidence:.2f}  content {reply.version}"]
    for rank, match in enumerate(reply.why):
        lines += _lines(match)
        if rank < _TOLD and (told := words(match.topic)):
            lines.append(f"        words {' · '.join(told)}")
    return "\n".join(lines)


def _lines(match: Match) -> list[str]:
    why = match.evidence
    return [
        f"  {match.confidence:.2f}  score {match.score:.3f}  {match.kind} {match.topic}"
        f" / {match.facet}  ← {match.phrasing or '(topic as a whole)'}",
        f"        learned {why.learned:.3f}  likeness {why.likeness:.3f}"
        f"  answers {why.background:.3f}  margin {why.margin:+.3f}  known {why.known:.2f}",
    ]
