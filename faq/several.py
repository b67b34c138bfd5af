"""Several questions in one message: each that is clear on its own gets its own answer."""

import re
from collections.abc import Mapping, Sequence

from faq.matching.matcher import Matcher
from faq.model import Kind, Match

_FEWEST, MOST = 2, 3
_LAST = 4  # pieces of a long story that are asked beside the first; questions come at the end
# With these, 2 of our 1,093 own questions about one thing are taken for two.
_CLEAR = 0.8
_ONE = 0.995  # so sure is one thing of a whole text only where it is the only one
_CLEAR_LINKED = 0.7
_MAY_BE = 0.1  # the confidence from which a whole text may well be about an entry, too;
_ALONE = 0.95  # with less a piece must be as sure as that
_STILL = r"[\d一二三四五六七八九十两几半没效救]|用[吗么不没]|必要|机会|希望|可能|办法"  # 还有效吗
_ANOTHER = rf"另外|还有(?!{_STILL})|顺便|再就是|还想问|也想问|再问一?下|\balso\b"
_SPLIT = re.compile(rf"[。？！?!;；\n，,]+|(?={_ANOTHER})", re.IGNORECASE)
_LINK = re.compile(_ANOTHER, re.IGNORECASE)
_ASKS = re.compile(
    r"[吗么嘛呢不]$|[咋怎哪几啥]|多少|什么|能不能|可不可以|\b(?:how|what|where|can|do i|is)\b",
    re.IGNORECASE,
)


def several(text: str, matcher: Matcher) -> tuple[Match, ...]:
    """The matches of the questions in ``text``, two or three about different entries, each of which
    the whole text may be about, too, unless it says 另外 or the like; none if it asks one thing.
    """
    pieces, clear, is_linked = _pieces(text, matcher)
    whole = matcher.search(text) if len(pieces) >= _FEWEST else ()
    if whole and whole[0].confidence > _ONE:
        return ()
    named = {match.topic: match.confidence for match in whole}
    found: dict[str, Match] = {}
    for left, piece in zip(range(len(pieces) - 1, -1, -1), pieces, strict=True):
        best = next(iter(matcher.search(piece)), None)
        is_clear = best and best.kind is Kind.ENTRY and best.confidence >= clear
        if best and is_clear and (is_linked or _is_meant(best, named)):
            found.setdefault(best.topic, best)
        if len(found) + left < _FEWEST:
            return ()  # whatever the others are about
    return tuple(found.values())[:MOST]


def _is_meant(best: Match, named: Mapping[str, float]) -> bool:
    """Whether the ``best`` match of a piece is among the ``named`` ones of the whole text, with
    their confidence there; the less it is, the surer the piece must be by itself.
    """
    may_be = named.get(best.topic)
    return may_be is not None and (may_be >= _MAY_BE or best.confidence >= _ALONE)


def _pieces(text: str, matcher: Matcher) -> tuple[Sequence[str], float, bool]:
    """What may be questions of their own, the confidence from which they are, and whether the text
    says that there are several.
    """
    pieces = [piece.strip() for piece in _SPLIT.split(text) if piece.strip()]
    if len(pieces) < _FEWEST:
        return matcher.apart(text), _CLEAR, False
    pieces = [pieces[0], *pieces[1:][-_LAST:]]
    is_linked = bool(_LINK.search(text))
    asking = [
        piece
        for piece in (_LINK.sub("", piece, count=1) for piece in pieces)
        if is_linked or _ASKS.search(piece) or matcher.asks_facet(piece)
    ]
    naming = [piece for piece in asking if matcher.names_object(piece)]
    return naming, _CLEAR_LINKED if is_linked else _CLEAR, is_linked
