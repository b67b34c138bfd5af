"""Which language a question is in, by its letters."""

import re

from faq.model import Language
from faq.normalise import han_count, is_traditional

_KANA = re.compile(r"[\u3041-\u30fa\uff66-\uff9d]")
_HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


def detect(text: str, default: Language = Language.ZH) -> Language:
    """The language of ``text``; ``default`` where its letters do not tell."""
    for pattern, language in (
        (_KANA, Language.JA),
        (_HANGUL, Language.KO),
        (_CYRILLIC, Language.RU),
    ):
        if pattern.search(text):
            return language
    words, han = len(_LATIN_WORD.findall(text)), han_count(text)
    if han and han * 2 >= words:
        return Language.ZH_HANT if is_traditional(text) else Language.ZH
    return Language.EN if words > 1 or (words and not han) else default
