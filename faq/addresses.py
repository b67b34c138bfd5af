"""Addresses in texts: what a reader's phone would make a link of, and which are what they seem."""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

_SHORTENERS = re.compile(
    r"(?:[a-z]+\.)?(?:t\.cn|t\.co|url\.cn|dwz\.cn|suo\.im|suo\.nz|bit\.ly|goo\.gl|tinyurl\.com|is\.gd|"
    r"ow\.ly|buff\.ly|rb\.gy|t\.me|telegram\.me|tb\.cn|mrw\.so|reurl\.cc|cutt\.ly|shorturl\.at)"
)
_TOP_LEVEL = (
    "cn|com|net|org|gov|edu|info|top|xyz|vip|cc|me|tv|io|co|app|link|site|online|shop|club|icu|ru|"
    "tk|ml|pw|us|uk|hk|tw|mo|jp|kr|asia|biz|mobi|pro|zip|dev"
)
_CANDIDATE = re.compile(
    r"[a-z][a-z0-9+.-]*:[/\\]+[^\s\u3000-\u303f\uff00-\uffef\u3400-\u9fff]*"  # any://…
    r"|(?<![a-z0-9])(?:javascript|vbscript|data|tg|mailto|intent|ftp|file|weixin|alipays?):[^\s\u3000-\u9fff]+"
    r"|(?<![\w@.-])@[a-z]\w{4,}"  # a Telegram name
    r"|(?:[\w.+-]+@)?(?:[0-9a-z\u00c0-\u04ff-]+\.)+(?:[a-z\u00c0-\u04ff][0-9a-z\u00c0-\u04ff-]+"
    r"|中国|公司|网络|政务|公益|网址)(?::\d+)?(?:[/\\?#][!-~]*)?"
    rf"|(?:[0-9a-z\u00c0-\u04ff-]+[.。])+(?:{_TOP_LEVEL})(?![a-z])"
    r"|(?<![\d.])(?:0x[0-9a-f]+|\d{1,3})(?:\.(?:0x[0-9a-f]+|\d{1,3})){3}(?![\d.])",
    re.IGNORECASE,
)
_HINT = re.compile(r"@|[0-9a-z\u00c0-\u04ff-][.。:]", re.IGNORECASE)  # every candidate has one
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
_PLAIN = re.compile(r"[!-\[\]-~]+")  # printable ASCII without space and backslash
_ELSEWHERE = re.compile(r"(?:https?:|//|www\.|%2f%2f)", re.IGNORECASE)


def addresses(text: str) -> Iterator[str]:
    """What in ``text`` is, or would be taken for, a web address, a mail address or a name in a
    messenger, full-width letters and dots read as plain ones.
    """
    folded = unicodedata.normalize("NFKC", text)
    if not _HINT.search(folded):
        return
    for match in _CANDIDATE.finditer(folded):
        yield match[0].rstrip(".,;:!?)]}>'\"")


def hostile(url: str) -> str | None:
    """Why ``url`` is not what an official address looks like, whoever owns it; None if it is."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "写法不对 / is malformed"
    if parts.scheme not in ("http", "https"):
        return "不是 http 或 https / is neither http nor https"
    if not _HOST.fullmatch(parts.netloc):
        return "网站名里有用户名、端口、IP 或怪字符 / has a user, port, IP or odd letters"
    return _lookalike(parts.netloc) or _redirect(url, parts.netloc)


def is_plain(url: str) -> bool:
    """Whether ``url`` consists of printable ASCII without space and backslash."""
    return bool(_PLAIN.fullmatch(url))


def _lookalike(host: str) -> str | None:
    labels = host.split(".")
    if any(label.startswith("xn--") for label in labels):
        return "是国际化域名(punycode) / is an internationalised name"
    is_official = host.endswith(".gov.cn")
    if not is_official and any(re.search(r"gov|g0v|zwfw", label) for label in labels):
        return "看着像政府网站,其实不是 / looks like a government site and is none"
    if _SHORTENERS.fullmatch(host):
        return "是短链接或跳转 / is a short link"
    return None


def _redirect(url: str, host: str) -> str | None:
    rest = unquote(unquote(url.partition(host)[2]))
    if _ELSEWHERE.search(rest):
        return "网址里套着另一个网址 / leads on to another address"
    return None
