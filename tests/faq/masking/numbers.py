"""Made-up personal numbers of every kind, as they would be printed."""

from datetime import date

from hypothesis import strategies as st

from faq.masking import Kind

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_BIRTHDAYS = st.dates(date(1900, 1, 1), date(2049, 12, 31))
_SHORT_BIRTHDAYS = st.dates(date(1901, 1, 1), date(1999, 12, 31)).map("{:%y%m%d}".format)
_REGIONS = st.sampled_from(["110101", "210102", "370202", "440305", "542621", "650102", "710000"])
_HOME_REGIONS = st.sampled_from(["810000", "820000", "830000"])
_FOREIGN_REGIONS = st.sampled_from(["911124", "921840", "931643", "944392"])


def digits(count: int, alphabet: str = "0123456789") -> st.SearchStrategy[str]:
    return st.text(alphabet, min_size=count, max_size=count)


def check_letter(first: str) -> str:
    """The last character of an identity number (ISO 7064 MOD 11-2)."""
    return "10X98765432"[sum(w * int(d) for w, d in zip(_WEIGHTS, first, strict=True)) % 11]


def check_digit(first: str) -> str:
    """The last digit of a bank card (Luhn)."""
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(reversed(first))]
    return str(-sum(value // 10 + value % 10 for value in doubled) % 10)


@st.composite
def identity_numbers(draw: st.DrawFn, regions: st.SearchStrategy[str] = _REGIONS) -> str:
    first = f"{draw(regions)}{draw(_BIRTHDAYS):%Y%m%d}{draw(digits(3))}"
    return first + check_letter(first)


@st.composite
def mistyped_identity_numbers(draw: st.DrawFn) -> str:
    right = draw(identity_numbers())
    return right[:17] + draw(st.sampled_from("0123456789X").filter(lambda last: last != right[17]))


@st.composite
def short_identity_numbers(draw: st.DrawFn) -> str:
    return draw(_REGIONS) + draw(_SHORT_BIRTHDAYS) + draw(digits(3))


@st.composite
def residence_cards(draw: st.DrawFn) -> str:
    nation = draw(st.sampled_from(["USA", "JPN", "GBR", "DEU"]))
    return nation + draw(_REGIONS)[:4] + draw(_SHORT_BIRTHDAYS) + draw(digits(2))


@st.composite
def bank_cards(draw: st.DrawFn, alphabet: str = "0123456789") -> str:
    first = draw(st.sampled_from(["62", "43", "55", "95"]))
    first += draw(digits(draw(st.sampled_from([13, 14, 16])), alphabet))
    return first + check_digit(first)


@st.composite
def mobiles(draw: st.DrawFn) -> str:
    return "1" + draw(st.sampled_from("3456789")) + draw(digits(9))


@st.composite
def called_mobiles(draw: st.DrawFn) -> str:
    return draw(st.sampled_from(["+86", "86", "0086"])) + draw(mobiles())


@st.composite
def foreign_telephones(draw: st.DrawFn) -> str:
    country, count = draw(st.sampled_from([("852", 8), ("853", 8), ("886", 9), ("351", 9)]))
    return "+" + country + draw(st.sampled_from("2345679")) + draw(digits(count - 1))


@st.composite
def passports(draw: st.DrawFn) -> str:
    letters = draw(st.sampled_from(["E", "EA", "EJ", "G", "D", "DE", "S", "SE", "P", "PE"]))
    return letters + draw(_undated(9 - len(letters)))


@st.composite
def permits(draw: st.DrawFn) -> str:
    forms = [("C", 8), ("CA", 7), ("H", 8), ("H", 10), ("M", 8), ("M", 10), ("T", 8), ("L", 8)]
    letters, count = draw(st.sampled_from(forms))
    return letters + draw(_undated(count))


def _undated(count: int) -> st.SearchStrategy[str]:
    """Digits that cannot be taken for a date."""
    return digits(count).filter(lambda made: made[:2] not in ("19", "20"))


@st.composite
def plates(draw: st.DrawFn) -> str:
    place = draw(st.sampled_from("京津沪辽粤苏川藏渝琼")) + draw(st.sampled_from("ABCDEF"))
    number = draw(digits(5))
    letter = draw(st.sampled_from("ABDFGXYZ"))
    where = draw(st.integers(0, 4))
    mixed = number[:where] + letter + number[where + 1 :]
    tails = [number, mixed, letter + number, number + letter, number[:4] + "警", mixed[:4] + "学"]
    return place + draw(st.sampled_from(tails))


_KINDS = (
    (Kind.IDENTITY_NUMBER, identity_numbers()),
    (Kind.IDENTITY_NUMBER, mistyped_identity_numbers()),
    (Kind.IDENTITY_NUMBER, identity_numbers(_HOME_REGIONS)),
    (Kind.IDENTITY_NUMBER, identity_numbers(_FOREIGN_REGIONS)),
    (Kind.IDENTITY_NUMBER, residence_cards()),
    (Kind.IDENTITY_NUMBER, short_identity_numbers()),
    (Kind.BANK_CARD, bank_cards()),
    (Kind.MOBILE, mobiles()),
    (Kind.MOBILE, called_mobiles()),
    (Kind.MOBILE, foreign_telephones()),
    (Kind.PASSPORT, passports()),
    (Kind.PASSPORT, permits()),
    (Kind.PLATE, plates()),
)


def personal_numbers() -> st.SearchStrategy[tuple[Kind, str]]:
    """Numbers of every kind, with the kind."""
    return st.one_of([st.tuples(st.just(kind), made) for kind, made in _KINDS])
