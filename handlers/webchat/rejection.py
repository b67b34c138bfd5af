"""A request that is no question."""


class Rejected(Exception):
    """A request refused with a status and the name of the phrase that says why."""

    def __init__(self, status: int, phrase: str) -> None:
        super().__init__(phrase)
        self.status = status
        self.phrase = phrase
