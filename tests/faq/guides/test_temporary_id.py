"""Every rule of the province's decision table, each with a person it is for."""

import pytest

from faq.catalogue import Catalogue
from faq.guides.decision import End
from faq.guides.guide import Guide

# the rule, what the person answers, the entries that the rule gives
RULES = [
    ("R01", "need=danger", "police_110"),
    ("R10", "need=train has=forgot phone=yes", "rail_e_temp_proof"),
    ("R11", "need=train has=stolen phone=none hour=now", "rail_paper_temp_proof"),
    ("R12", "need=train has=never who=minor", "rail_paper_temp_proof"),
    ("R13", "need=train has=lost_passport", "foreigner_passport_loss"),
    ("R13a", "need=train has=lost_permit who=taiwan", "tw_resident_lost"),
    ("R13b", "need=train has=lost_permit who=hkmo", "hkmo_resident_lost"),
    ("R20", "need=flight has=forgot phone=yes", "air_temp_boarding_proof air_paper_proof"),
    ("R21", "need=flight has=expired", "temporary_id_card air_paper_proof"),
    ("R22", "need=flight has=passport who=adult", ""),
    ("R23", "need=flight has=never who=minor", ""),
    ("R24", "need=flight has=lost_passport", "foreigner_passport_loss"),
    (
        "R30",
        "need=hotel has=lost who=adult",
        "temp_identity_proof_police temp_identity_proof_liaoning_online hotel_checkin_without_id",
    ),
    ("R31", "need=hotel has=forgot who=minor", "minor_hotel_checkin"),
    ("R32", "need=hotel has=passport who=foreigner", "foreigner_accommodation"),
    ("R33", "need=hotel has=lost_passport", "foreigner_passport_loss foreigner_accommodation"),
    ("R40", "need=bus has=forgot", "temp_identity_proof_police"),
    ("R50", "need=exam hour=later has=lost", "id_card_exam_green temporary_id_card"),
    ("R51", "need=exam hour=now has=lost", "temp_identity_proof_police"),
    ("R60", "need=formal has=lost who=adult", "id_card_lost temporary_id_card"),
    ("R61", "need=papers has=replacing who=adult", "temporary_id_card"),
    ("R70", "need=leave has=lost_permit who=taiwan", "tw_resident_lost"),
    ("R71", "need=leave has=lost_permit who=hkmo", "hkmo_resident_lost"),
    ("R72", "need=leave has=lost_passport embassy=cannot", "foreigner_exit_procedure"),
    ("R80", "need=other has=lost who=adult where=away", "id_card_lost id_card_cross_region"),
    ("R90", "need=other has=forgot", "temp_identity_proof_police"),
    # gaps of the table, filled
    ("R14", "need=train hour=later has=lost", "temporary_id_card rail_e_temp_proof"),
    ("R25", "need=flight hour=later has=stolen", "temporary_id_card air_temp_boarding_proof"),
    ("R26", "need=flight hour=day has=lost phone=none", "air_paper_proof"),
    ("R29", "need=flight has=damaged", "air_temp_boarding_proof air_paper_proof"),
    ("R68", "need=papers has=damaged who=adult", "id_card_damaged temporary_id_card"),
    ("R54", "need=other has=lost who=candidate", "id_card_exam_green temporary_id_card"),
    ("R66", "need=formal has=lost who=soldier", "id_card_military"),
    ("R73", "need=leave has=lost_passport embassy=can", "foreigner_passport_loss"),
    ("R81", "need=papers has=lost who=adult where=home", "id_card_lost temporary_id_card"),
]

WANTED = (
    *("R01", "R10", "R11", "R12", "R13", "R20", "R21", "R22", "R23", "R24", "R30", "R31"),
    *("R32", "R33", "R40", "R50", "R51", "R60", "R61", "R70", "R71", "R72", "R80", "R90"),
)


@pytest.fixture
def guide(shipped: Catalogue) -> Guide:
    return shipped.guides["temporary_id"]


@pytest.mark.parametrize(("rule", "said", "entries"), RULES, ids=[one[0] for one in RULES])
def test_the_rule_gives_its_proofs(guide: Guide, rule: str, said: str, entries: str) -> None:
    answers = dict(pair.split("=") for pair in said.split())
    end = guide.node(answers)
    assert isinstance(end, End)
    assert end.row == rule
    assert set(entries.split()) <= set(guide.file.outcomes[end.outcome].entries)


def test_all_rules_of_the_table_are_there(guide: Guide) -> None:
    ids = [row.id for row in guide.file.rows]
    assert [one for one in WANTED if one not in ids] == []


# Words that only one of the six proofs goes by, and how long each holds.
OWN_WORDS = {
    "rail_e_temp_proof": ("铁路12306 APP", "{rail_e_temp_proof:validity"),
    "air_temp_boarding_proof": ("小程序“民航", "{air_temp_boarding_proof:validity"),
    "air_paper_proof": ("《乘坐民航飞机",),
    "temporary_id_card": ("申请临时居民身份证", "{temporary_id_card:validity"),
    "foreigner_passport_loss": ("护照报失证明",),
    "rail_paper_temp_proof": ("车站公安制证窗口办纸质",),
}


def test_proofs_are_not_mixed_up(guide: Guide) -> None:
    mixed = [
        (name, proof, word)
        for name, sheet in guide.file.outcomes.items()
        for proof, words in OWN_WORDS.items()
        if proof not in (*sheet.entries, *sheet.also)
        for word in words
        if word in "".join([sheet.lead.zh, *(part.zh for part in sheet.parts.values())])
    ]
    assert mixed == []


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            "我在沈阳北站，身份证丢了，半小时后的高铁",
            {"where": "spot", "has": "lost", "hour": "now", "need": "train"},
        ),
        ("身份证拉家里了 明早6点高铁咋整", {"has": "forgot", "hour": "later", "need": "train"}),
        ("孩子没办过身份证，坐飞机", {"who": "minor", "has": "never", "need": "flight"}),
        ("台胞证丢了要回台湾", {"who": "taiwan", "has": "lost_permit", "need": "leave"}),
        ("护照丢了今晚住酒店", {"has": "lost_passport", "hour": "day", "need": "hotel"}),
        ("我妈用老人机，身份证忘带了", {"who": "adult", "phone": "none", "has": "forgot"}),
        ("I lost my passport and have a flight tomorrow",
         {"has": "lost_passport", "need": "flight", "hour": "later"}),
    ],
)  # fmt: skip
def test_free_text_fills_as_many_steps_as_it_says(
    guide: Guide, text: str, answers: dict[str, str]
) -> None:
    assert guide.words.read(text) == answers


def test_what_one_word_answers_comes_in_the_order_of_the_questions(guide: Guide) -> None:
    answered = list(guide.words.read("沈阳北站"))
    assert len(answered) == 2
    assert answered == [name for name in guide.file.questions if name in answered]
