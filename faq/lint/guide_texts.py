"""Guides, their texts: what a sheet says has a source, and what it must say is there.

Every `{item:field}` stands for a fact that may be shown in both languages; a figure is only stated
by reference; a sheet refers only to what it rests on (`entries`, `also`), whose sources it shows;
no telephone number is shown that may not be; each sheet has the parts that the guide says every
sheet has.

改法:数字写成引用,引用写对字段;引用到的条目写进 `entries` 或 `also`;缺的部分补上。
"""

from collections.abc import Iterator, Mapping

from faq.catalogue import Catalogue
from faq.lint.staff_figures import own_figures
from faq.model import Problem, TextLanguage
from faq.numbers import forbidden
from faq.schema.entry import FullTexts
from faq.schema.guide import GuideFile, Outcome
from faq.template import Unresolved, is_broken, named_items, render
from faq.yamltree import Tree, Where

_LANGUAGES: tuple[TextLanguage, ...] = ("zh", "en")


def check(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Yield every fault in a guide's texts."""
    for name, guide in catalogue.guides.items():
        tree = trees[f"guides/{name}.yaml"]
        for where, entry, texts in _texts(guide.file):
            for language in _LANGUAGES:
                message = _fault(catalogue, getattr(texts, language), entry, language)
                if message:
                    yield tree.problem((*where, language), "guide_texts", message)
        for key, outcome in guide.file.outcomes.items():
            for place, item in _foreign(outcome):
                message = f"{item} 不在这张单子的 entries、also 里 / the sheet does not rest on it"
                yield tree.problem(("outcomes", key, *place), "guide_texts", message)
            for part in guide.file.every:
                if part not in outcome.parts:
                    message = f"每个结果都要有 {part} / every sheet must have this part"
                    yield tree.problem(("outcomes", key), "guide_texts", message)


def _texts(guide: GuideFile) -> Iterator[tuple[Where, str, FullTexts]]:
    """Every text with its place and the entry that its bare references are about."""
    yield ("name",), guide.entry, guide.name
    yield ("button",), guide.entry, guide.button
    for name, step in guide.questions.items():
        yield ("questions", name, "name"), guide.entry, step.name
        yield ("questions", name, "ask"), guide.entry, step.ask
        for key, option in step.options.items():
            yield ("questions", name, "options", key, "label"), guide.entry, option.label
    for at, note in enumerate(guide.notes):
        yield ("notes", at, "text"), guide.entry, note.text
    if guide.closing:
        yield ("closing",), guide.entry, guide.closing
    for key, outcome in guide.outcomes.items():
        yield ("outcomes", key, "lead"), outcome.entries[0], outcome.lead
        for part, texts in outcome.parts.items():
            yield ("outcomes", key, "parts", part), outcome.entries[0], texts


def _foreign(outcome: Outcome) -> Iterator[tuple[Where, str]]:
    """What a sheet refers to without resting on it."""
    own = {*outcome.entries, *outcome.also}
    said = {("lead",): outcome.lead} | {("parts", part): one for part, one in outcome.parts.items()}
    for place, texts in said.items():
        for item in sorted({*named_items(texts.zh), *named_items(texts.en)} - own):
            yield place, item


def _fault(catalogue: Catalogue, text: str, entry: str, language: TextLanguage) -> str | None:
    if is_broken(text):
        return "有一个花括号不成引用,应写成 {fee.amount} / a brace is no reference"
    figures = own_figures(text, catalogue.hotlines)
    if figures:
        return f"“{figures[0]}”没有来源:数字要写成引用 / a figure without a source; refer to it"
    try:
        said = render(text, entry, catalogue.scope(language))
    except Unresolved as fault:
        return str(fault)
    numbers = forbidden(said)
    if numbers:
        return f"{numbers[0]} 还不能当电话给市民看 / may not be shown as a telephone number"
    return None
