"""Where a lawful question in the words of a wrong leads, when nothing was surely found for it.

What the law says of an offence is for a lawyer to say, what was suffered or seen for the police to
hear, whether somebody is a fraud for the fraud line; an entry that fits the purpose and was thought
of anyway comes first.
"""

import re
from dataclasses import dataclass, replace

from faq.answering import Answerer
from faq.model import Facet, Kind, Match, Outcome, Reply
from faq.safety import tells_of_wrong

_THOUGHT_OF = 0.45  # a match is not surely meant then, but with the purpose beside it it is
_UNSURE = (Outcome.OFFERED_CHOICES, Outcome.NO_MATCH)
_POLICE = (
    "case_report",
    "police_110",
    "drug_tip",
    "cyber_crime_report",
    "personal_info_police",
    "antifraud_96110",
    "fraud_stop_payment",
    "gun_permit",
)
_PENALTIES = ("violation_check", "police_110", "gun_permit", "violation_dispute")


@dataclass(frozen=True, slots=True)
class _Way:
    """What a text asks for, as a pattern; the entries that can serve it, and the topic it leads to
    where none of them was thought of; ``of_wrong`` if the text must name a wrong, too.
    """

    words: str
    entries: tuple[str, ...]
    otherwise: str
    facet: Facet = Facet.OVERVIEW
    of_wrong: bool = False

    def is_meant(self, text: str) -> bool:
        """Whether ``text`` asks for it."""
        found = re.search(self.words, text, re.IGNORECASE)
        return found is not None and (not self.of_wrong or tells_of_wrong(text))


_WAYS = (
    _Way(
        r"骗子|骗局|骗人的|是诈骗|诈骗吗|可信|能信|靠谱|\bscam|\ba fraud",
        ("antifraud_96110", "fraud_stop_payment", "campus_antifraud"),
        "antifraud_96110",
    ),
    _Way(
        r"什么罪|哪条罪|判(?:多少|多久|几|刑|缓)|怎么判|坐牢|犯罪吗|刑事责任|律师"
        r"|\bcrime\b|\bprison|\bsentence|\blawyer",
        (),
        "lawyer_legal_aid",
    ),
    _Way(
        r"举报|检举|揭发|报案|报警|打什么电话|打哪个电话|害怕|骚扰|跟踪|威胁|欺负|敲诈|诬告|诬赖"
        r"|证人|作证|\breport",
        _POLICE,
        "case_report",
    ),
    _Way(
        r"犯法|什么法|违法|合法|法律|处罚|怎么罚|罚多少|会罚|罚吗|拘留|可以拒绝|能拒绝"
        r"|算.{0,4}(?:驾|罪|法|非法.{2}|赌博|互殴)吗"
        r"|\b(?:il)?legal|\bpunish|\bpenalty|\bthe law\b",
        _PENALTIES,
        "lawyer_legal_aid",
        facet=Facet.LEGAL,
    ),
    _Way(
        r"后果|会怎么?样|要紧吗|风险|合理吗|正常吗|会有事|有没有事|可以不|有权"
        r"|\bin trouble|\ballowed",
        _PENALTIES,
        "lawyer_legal_aid",
        facet=Facet.LEGAL,
        of_wrong=True,
    ),
    _Way(
        r"(?<!不)被(?!罚)|有人|遭|受害|冤枉|怎么办|咋办|咋整|怎么处理|怀疑|找谁|跟谁|向谁|归谁"
        r"|谁管|哪个部门|管不管|管吗|能管|what (?:should|can|do) i do|how can i stop|\bwhom\b"
        r"|\bsomeone\b|\bsomebody\b",
        _POLICE,
        "case_report",
        of_wrong=True,
    ),
)
_HELP = _Way("", _POLICE, "")  # what is likeliest to help is answered, whatever is wanted of it


def led(reply: Reply, text: str, answerer: Answerer) -> Reply:
    """``reply``, or where it only offers or knows nothing, the answer to what ``text`` wants of
    somebody who knows the law or can step in; what was offered stays below.
    """
    best = reply.why[0] if reply.why else None
    is_broad = best is not None and best.kind is Kind.CLARIFICATION
    if reply.outcome not in _UNSURE or is_broad:
        return reply
    way = next((one for one in _WAYS if one.is_meant(text)), None)
    told = _told(way, reply.why, answerer) if way else _told(_HELP, reply.why[:1], answerer)
    if told is None:
        return reply
    others = tuple(one for one in reply.choices if one.entry != told.entry)
    told = replace(told, choices=(*told.choices, *others))
    return replace(told, confidence=reply.confidence, why=reply.why)


def _told(way: _Way, matches: tuple[Match, ...], answerer: Answerer) -> Reply | None:
    catalogue = answerer.composer.catalogue
    for match in matches:
        if match.topic in way.entries and match.confidence >= _THOUGHT_OF:
            return _answer(match.topic, way.facet, answerer)
    if way.otherwise in catalogue.entries:
        return _answer(way.otherwise, way.facet, answerer)
    return answerer.refer(way.otherwise) if way.otherwise in catalogue.referrals else None


def _answer(entry: str, facet: Facet, answerer: Answerer) -> Reply:
    is_stated = facet in answerer.composer.stated(entry)
    return answerer.answer(entry, facet if is_stated else Facet.OVERVIEW)
