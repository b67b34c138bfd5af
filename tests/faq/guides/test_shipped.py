"""Every way through every shipped guide, in both languages."""

from collections.abc import Iterator

import pytest

from faq.catalogue import Catalogue
from faq.codes import MAX_BYTES
from faq.composing import Composer
from faq.guides.decision import End, Path, paths
from faq.guides.guide import Guide
from faq.guiding.conversation import Conversation
from faq.model import BlockKind, Language, Outcome
from faq.plain import block_text

LANGUAGES = [Language.ZH, Language.EN]


def ways(shipped: Catalogue) -> Iterator[tuple[Guide, Path, End]]:
    for guide in shipped.guides.values():
        for path, end in paths(guide.node({})):
            assert isinstance(end, End), f"{guide.file.id} {path} leads nowhere"
            yield guide, path, end


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_ends_in_a_sheet_that_says_what_it_rests_on(
    shipped: Catalogue, language: Language
) -> None:
    conversation = Conversation(Composer(shipped, language.text), language)
    for guide, path, end in ways(shipped):
        reply = conversation.go_on(guide, dict(path))
        said = "\n".join(map(block_text, reply.blocks))
        assert reply.outcome is Outcome.GUIDED
        assert reply.entry == guide.file.outcomes[end.outcome].entries[0]
        assert reply.blocks[-1].kind is BlockKind.SOURCE
        assert "{" not in said
        assert conversation.composer.phrase("guide_at_window") not in said
        if guide.file.closing:
            assert getattr(guide.file.closing, language.text)[:12] in said


def test_every_step_on_every_way_can_be_pressed(shipped: Catalogue) -> None:
    conversation = Conversation(Composer(shipped, "zh"), Language.ZH)
    seen: set[str] = set()
    for guide, path, _ in ways(shipped):
        for length in range(len(path)):
            answers = dict(path[:length])
            if guide.encode(answers) in seen:
                continue
            seen.add(guide.encode(answers))
            reply = conversation.go_on(guide, answers)
            codes = {choice.code for choice in reply.choices}
            assert conversation.code(guide, dict(path[: length + 1])) in codes
            assert all(len(code.encode()) <= MAX_BYTES for code in codes)


def test_no_way_takes_more_questions_than_its_guide_allows(shipped: Catalogue) -> None:
    for guide, path, _ in ways(shipped):
        assert len(path) <= guide.file.most <= 5


def test_no_guide_asks_for_a_number_or_a_photograph_here(shipped: Catalogue) -> None:
    for guide in shipped.guides.values():
        asked = [step.ask.zh for step in guide.file.questions.values()]
        assert not any(word in text for text in asked for word in ("号码", "照片", "拍照"))
