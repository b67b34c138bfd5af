"""Stolen: whoever asks as it stands under an entry is answered from that entry or a twin of it.

问法被抢:一个问法写在这个条目下,可这样问的人得到的是别的答案。有把握地答成别的条目或者转介,是错误;
没把握、只是别的排在前面,是提醒。问的是助手自己,所以要先学会新的问法:
改了问法的内容上线时只问改过的条目,`jingwu check --ask` 问全部,要一分钟左右。
改法:把问法说得清楚是哪件事,或者放到抢它的条目下;两个条目本来就是一回事,就互相写进 `same_as`。
"""

from collections.abc import Iterable, Iterator

from faq.catalogue import Catalogue
from faq.lint.phrasings import Placed
from faq.matching.matcher import Matcher
from faq.model import Kind, Level, Problem

_ENDS = (Kind.ENTRY, Kind.REFERRAL)  # kinds of topics whose text is given as the answer


def check(
    catalogue: Catalogue, matcher: Matcher, phrasings: Iterable[Placed], sure: float
) -> Iterator[Problem]:
    """Yield every one of the phrasings for which ``matcher`` finds another topic first; from the
    confidence ``sure`` on, that is what is answered.
    """
    for one in phrasings:
        best = next(iter(matcher.search(one.text)), None)
        if best is None or best.topic in {one.topic, *catalogue.twins(one.topic)}:
            continue
        is_answered = best.kind in _ENDS and best.confidence >= sure
        level = Level.ERROR if is_answered else Level.WARNING
        message = f"“{one.text}”会先找到 {best.topic} / finds that first"
        yield one.tree.problem(one.where, "stolen", message, level)
