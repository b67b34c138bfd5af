import pytest

from bot.reload.flips import Flips, Kind, Tried, compare, report
from bot.reload.trial import Ended
from faq.model import Outcome

NOTHING = Ended(Outcome.NO_MATCH, None, None, "这个问题我没有查到可靠的答案")
FEE = Ended(Outcome.ANSWERED, "card_lost", "fee", "补领收费40元。\n来源:某通知")
DEARER = Ended(Outcome.ANSWERED, "card_lost", "fee", "补领收费60元。\n来源:某通知")
STEPS = Ended(Outcome.ANSWERED, "card_lost", "steps", "到窗口填表")
OFFERED = Ended(Outcome.OFFERED_CHOICES, None, None, "您要问的是哪一个?")


def flips(*ends: tuple[Ended, Ended], is_own: bool = True) -> Flips:
    """What comparing finds, of questions named by their place."""
    tried = [Tried(f"q{at}", f"第{at}问", is_own) for at in range(len(ends))]
    old = {f"q{at}": was for at, (was, _) in enumerate(ends)}
    new = {f"q{at}": now for at, (_, now) in enumerate(ends)}
    return Flips("old", "new", len(tried), compare(tried, old, new))


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        (FEE, DEARER, Kind.REWORDED),
        (FEE, NOTHING, Kind.VANISHED),
        (FEE, OFFERED, Kind.VANISHED),
        (NOTHING, FEE, Kind.APPEARED),
        (FEE, STEPS, Kind.OTHER),
        (NOTHING, OFFERED, Kind.OTHER),
    ],
)
def test_what_became_of_an_answer_is_told_apart(was: Ended, now: Ended, kind: Kind) -> None:
    assert [flip.kind for flip in flips((was, now)).flips] == [kind]


def test_an_answer_that_stayed_is_no_flip() -> None:
    assert flips((FEE, FEE), (NOTHING, NOTHING)).flips == ()


def test_the_report_groups_what_changed_alike_and_shows_the_place() -> None:
    said = report(flips((FEE, DEARER), (FEE, FEE), (FEE, DEARER), (NOTHING, STEPS)), all_texts=True)
    assert said.splitlines() == [
        "回答对比 old → new: 4 个问题,3 个回答有变化 / 3 of 4 answers changed",
        "",
        "新能直接回答 / answered now: 1",
        "  no_match → answered card_lost steps  ×1",
        "    “第3问”",
        "",
        "同一答案,文字变了 / reworded: 2",
        "  answered card_lost fee: “补领收费40元。 来源:某通知” → “补领收费60元。 来源:某通知”  ×2",
        "    “第0问”",
        "    “第2问”",
    ]


def test_what_citizens_asked_is_only_counted_unless_all_is_wanted() -> None:
    found = flips((FEE, STEPS), is_own=False)
    assert "第0问" not in report(found, all_texts=False)
    assert "×1" in report(found, all_texts=False)
    assert "第0问" in report(found, all_texts=True)


def test_of_a_long_text_only_the_place_that_changed_is_shown() -> None:
    old = Ended(Outcome.ANSWERED, "a", "fee", "前" * 500 + "40" + "后" * 500)
    new = Ended(Outcome.ANSWERED, "a", "fee", "前" * 500 + "60" + "后" * 500)
    (line,) = [one for one in report(flips((old, new)), all_texts=False).splitlines() if "×" in one]
    assert f"…{'前' * 12}4" in line
    assert len(line) < 120
