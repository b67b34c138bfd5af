"""What became of each question: answered, lost, or answered more than once."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """The sum of a run; ``most`` is the largest number of copies of one answer."""

    asked: int
    ok: int
    lost: int
    extra: int
    most: int

    @property
    def is_whole(self) -> bool:
        """Whether every question was answered."""
        return self.lost == 0

    def __str__(self) -> str:
        return (
            f"{self.asked} asked: {self.ok} answered once, {self.lost} lost, "
            f"{self.extra} extra copies, at most {self.most} of one"
        )


def counted(chats: Iterable[int], answered: Iterable[int]) -> Verdict:
    """The verdict where each chat asked one question, and each message is an answer to its chat."""
    asked, found = set(chats), Counter(answered)
    copies = [found[chat] for chat in asked]
    return Verdict(
        len(asked),
        copies.count(1),
        copies.count(0),
        sum(max(0, one - 1) for one in copies),
        max(copies, default=0),
    )
