"""The refusal of help with a wrong: when it is due, a neutral line, and the lawful way."""

from faq.answering import Answerer
from faq.matching.matcher import Matcher
from faq.model import Block, BlockKind, Facet, Harm, Kind, Outcome, Reply, Topic
from faq.safety import harm

# Of 35 ordinary questions of 4,978 that were refused 13 are not, with this; of 137 harmful ones 1.
_AHEAD = 0.6
# The services a person can turn to instead, for each kind of harm.
_LAWFUL: dict[Harm, tuple[str, ...]] = {
    Harm.FORGERY: ("id_card_lost", "temp_identity_proof_police", "seal_make_filing"),
    Harm.TRADE: ("dl_first", "points_reduce", "points_full"),
    Harm.TRACING: ("missing_person", "case_report", "peoples_mediation", "exit_entry_record"),
    Harm.EVASION: ("violation_dispute", "points_reduce", "admin_review"),
    Harm.BRIBERY: ("complaint_against_police", "admin_review"),
    Harm.FALSE_REPORT: ("case_report", "police_110"),
    Harm.FLIGHT: ("office_hours_location", "passport_first"),
    Harm.CONTRABAND: ("drug_tip", "drug_voluntary_register", "gun_permit"),
    Harm.CRIME: ("peoples_mediation", "case_report"),
    Harm.INJECTION: ("temp_identity_proof_police", "rail_e_temp_proof", "hukou_certificates"),
}


def wanted(text: str, matcher: Matcher) -> Harm | None:
    """The harm that ``text`` asks for help with, or None. Half a question that names nothing asks
    for none; and the further a service is ahead of all others, the likelier that is what is asked.
    """
    suspected = None if matcher.is_bare(text) else harm(text)
    best = matcher.search(text)[:1] if suspected else ()
    if any(one.kind is Kind.ENTRY and one.evidence.margin > _AHEAD for one in best):
        return harm(text, best[0].evidence.margin - _AHEAD)
    return suspected


def refusal(kind: Harm, answerer: Answerer) -> Reply:
    """The reply to a request for help with ``kind``; it tells nothing of how it would be done."""
    composer = answerer.composer
    blocks = (
        Block(BlockKind.LEAD, composer.phrase("refused")),
        Block(BlockKind.TEXT, composer.phrase(f"refused_{kind}")),
    )
    known = [entry for entry in _LAWFUL[kind] if entry in composer.catalogue.entries]
    offered = answerer.offer([Topic(entry, Facet.OVERVIEW) for entry in known])
    return Reply(Outcome.REFUSED, blocks, answerer.language, choices=offered.choices)
