"""`jingwu preview`: what a citizen would be shown of a topic, as a channel renders it."""

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bot.commands import Commands, add_content
from bot.commands.failure import Failure
from faq import plain
from faq.answering import Answerer
from faq.assembly import load
from faq.catalogue import Catalogue
from faq.chips import Chips
from faq.composing import Composer
from faq.deciding import decide
from faq.matching.documents import subjects
from faq.model import Facet, Language, Match, Reply
from handlers.messenger.render import render
from handlers.webchat import assets
from handlers.webchat.drawing import draw
from handlers.webchat.render import card
from handlers.webchat.site import templates

_LINE = "─" * 40


def add(commands: Commands) -> None:
    """Add the command's arguments."""
    parser = commands.add_parser("preview", help="看市民会看到什么 / what a citizen would see")
    parser.add_argument("id", help="条目、转介、反问等的编号 / the id of an entry or other topic")
    parser.add_argument("--facet", choices=[one.value for one in Facet], help="只看这一方面")
    parser.add_argument("--channel", choices=["text", "telegram", "web"], default="text")
    parser.add_argument("--language", choices=["zh", "en"], default="zh")
    parser.add_argument("--out", type=Path, metavar="FILE", help="写进文件 / write to a file")
    add_content(parser)
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Show the reply; of an entry all facets that are stated, unless one is asked for."""
    catalogue = _catalogue(options.content)
    language = Language(options.language)
    facets = [Facet(options.facet)] if options.facet else _facets(catalogue, options.id, language)
    replies = [_reply(catalogue, options.id, facet, language) for facet in facets]
    show: dict[str, Callable[[Reply], str]] = {
        "text": plain.text,
        "telegram": _telegram,
        "web": partial(_web, catalogue),
    }
    text = f"\n\n{_LINE}\n\n".join(show[options.channel](reply) for reply in replies)
    if options.out is None:
        print(text)
        return 0
    try:
        options.out.write_text(text + "\n", "utf-8")
    except OSError as error:
        raise Failure(f"写不了 {options.out} / cannot be written: {error.strerror}") from None
    return 0


def _catalogue(folder: Path) -> Catalogue:
    content = load(folder)
    if content.catalogue is None:
        shown = "\n".join(str(problem) for problem in content.problems[:20])
        raise Failure(f"内容有错误,先改好 / mend the content first:\n{shown}")
    return content.catalogue


def _facets(catalogue: Catalogue, name: str, language: Language) -> tuple[Facet, ...]:
    if name not in catalogue.entries:
        return (Facet.OVERVIEW,)
    return Composer(catalogue, language.text).stated(name) or (Facet.OVERVIEW,)


def _reply(catalogue: Catalogue, name: str, facet: Facet, language: Language) -> Reply:
    """What is replied to a question that is surely about the topic."""
    kind = next((one.kind for one in subjects(catalogue) if one.id == name), None)
    if kind is None:
        raise Failure(f"没有 {name} / there is no such entry, referral or clarification")
    answerer = Answerer(Composer(catalogue, language.text), language)
    match = Match(name, kind, facet, confidence=1.0, score=1.0, phrasing="")
    return Chips(answerer).added(decide(answerer, [match]), None)


def _telegram(reply: Reply) -> str:
    rendered = render(reply)
    rows = rendered.keyboard
    buttons = "\n".join(" ".join(f"[{button.text}]" for button in row) for row in rows)
    return "\n\n".join([*(part.plain for part in rendered.parts), *([buttons] if rows else [])])


def _web(catalogue: Catalogue, reply: Reply) -> str:
    """The page, with its style from where it is installed, so that it can be opened as a file."""

    def phrase(name: str, language: Language, **values: object) -> str:
        return Composer(catalogue, language.text).phrase(name, **values)

    draws = draw(templates(), assets.load(), phrase, reply.language)
    name = Composer(catalogue, reply.language.text).name(reply.entry) if reply.entry else ""
    page = draws("chat.html", question=name, card=card(reply), draft="", session="")
    return page.replace('="/static/', f'="{assets.FOLDER.as_uri()}/')
