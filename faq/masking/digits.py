"""Numbers that consist of digits, found in runs.

A run is everything that digits and separators hold together, a group what stands in it without a
separator. A number begins and ends with a group. Of the ways to read a run the whole is tried
first, then each group alone, then neighbouring groups.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from faq.masking.kind import Kind
from faq.masking.readings import READINGS, SHORTEST, Before, Code, Reading, summed
from faq.masking.view import BREAK, GAP, Find, View

_RUN = re.compile(r"\d(?:[ ,]?\d)*(?:[ ,]?[X叉])?")
_GROUP = re.compile(r"\d+|[X叉]")
# Parted by commas, numbers are rather a list; not so in the groups that people make.
_EVEN = re.compile(r"1\d\d,\d{4},\d{4}|\d{4}(?:,\d{4}){3}(?:,\d{1,3})?")
_YEAR, _MONTH, _DAY = r"(?:19|20)\d\d", "(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12]\d|3[01])"
_DATE = f"{_YEAR}(?:[ ,]?{_MONTH}(?:[ ,]?{_DAY})?)?"
_HOTLINE = r"11[09]|12[02]|12\d{3}|9[56]\d{3}"
_LIST = re.compile(rf"(?:\d\d?[ ,]){{0,2}}(?:(?:{_DATE}|{_HOTLINE})(?:[ ,]|$))+")
_NOT_IN_A_CARD = re.compile(rf"(?:^|[ ,])(?:1[3-9]\d{{9}}|{_YEAR}[ ,]{_MONTH}[ ,]{_DAY})(?:[ ,]|$)")
_ADDRESS = re.compile(r"(?:(?:1?\d?\d|2[0-4]\d|25[0-5])(?:\.|$)){4}")
_CARD_WORD = re.compile(
    r"(?:(?:银行|銀行|储蓄|儲蓄|信用|借记|借記)卡|卡[号號]|[账帐帳賬][号號户戶]"
    r"|(?<!ID )(?<!IDENTITY )CARD|ACCOUNT)"
    r"[ ,]?(?:号码?|號碼?|NUMBER|NO)?[ ,]?(?:应该|應該)?(?:是|为|為|IS)?[ ,]?$"
)
_WORD_LENGTH = 32


def find(seen: View) -> list[Find]:
    """The personal numbers that consist of digits, in order."""
    finds: list[Find] = []
    for run in _RUN.finditer(seen.plain):
        if run.end() - run.start() >= SHORTEST:
            finds += sorted(_read(_run(seen, run)), key=lambda one: one.start)
    return finds


def is_list(piece: str) -> bool:
    """Whether separated digits are nothing but dates, the first perhaps cut, years and hotlines."""
    return (GAP in piece or BREAK in piece) and _LIST.fullmatch(piece) is not None


@dataclass(frozen=True, slots=True)
class _Run:
    """A run: its digits, the places of its groups in the view, and their offsets in the digits."""

    seen: View
    code: Code
    groups: list[tuple[int, int]]
    offsets: list[int]
    before: Before

    def place(self, first: int, last: int) -> tuple[int, int]:
        """From where to where groups stand in the view."""
        return self.groups[first][0], self.groups[last - 1][1]


def _run(seen: View, run: re.Match[str]) -> _Run:
    groups = [group.span() for group in _GROUP.finditer(seen.plain, *run.span())]
    offsets = list(accumulate((end - start for start, end in groups), initial=0))
    digits = "".join(_GROUP.findall(run[0])).replace("叉", "X")
    return _Run(seen, summed(digits), groups, offsets, _before(seen.plain, run.start()))


def _before(plain: str, start: int) -> Before:
    words = plain[max(0, start - _WORD_LENGTH) : start]
    if words.endswith(("+", "+ ")):
        return Before.PLUS
    return Before.CARD if _CARD_WORD.search(words) else Before.ANYTHING


def _read(run: _Run) -> Iterator[Find]:
    """The personal numbers of a run, the surest first."""
    is_read = bytearray(len(run.groups))
    for first, last, reading in _candidates(run):
        if not any(is_read[first:last]) and not _are_many(run, first, last, reading):
            is_read[first:last] = bytes([1]) * (last - first)
            yield _found(run, first, last, reading.kind)


def _candidates(run: _Run) -> Iterator[tuple[int, int, Reading]]:
    """From which group up to which a run may be what."""
    starts = [(reading, _starts(run, reading)) for reading in READINGS]
    alone = [one for one, (start, end) in enumerate(run.groups) if end - start >= SHORTEST]
    for first, last in ((0, len(run.groups)), *((one, one + 1) for one in alone)):
        for reading, firsts in starts:
            ends = reading.ends(run.code, run.offsets[first]) if first in firsts else ()
            if run.offsets[last] in ends:
                yield first, last, reading
    groups = {offset: group for group, offset in enumerate(run.offsets)}
    for reading, firsts in starts:
        for first in firsts:
            for end in reading.ends(run.code, run.offsets[first]):
                if end in groups:
                    yield first, groups[end], reading


def _starts(run: _Run, reading: Reading) -> range:
    """The groups that a number may begin with."""
    if reading.before is Before.ANYTHING:
        return range(len(run.groups))
    return range(1 if reading.before is run.before else 0)


def _are_many(run: _Run, first: int, last: int, reading: Reading) -> bool:
    """Whether groups are rather several numbers, dates or a network address."""
    if last == first + 1 or reading.is_sure:
        return False
    start, end = run.place(first, last)
    piece = run.seen.plain[start:end]
    if is_list(piece) or (BREAK in piece and not _EVEN.fullmatch(piece)):
        return True
    if reading.kind is Kind.BANK_CARD and _NOT_IN_A_CARD.search(piece):
        return True
    return _ADDRESS.fullmatch(run.seen.typed(start, end)) is not None


def _found(run: _Run, first: int, last: int, kind: Kind) -> Find:
    start, end = run.place(first, last)
    if first == 0 and run.before is Before.PLUS and kind is Kind.MOBILE:
        start = run.seen.plain.rindex("+", 0, start)
    return Find(start, end, kind)
