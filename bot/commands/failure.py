"""A command that cannot go on: one clear message and exit status 1, no traceback."""


class Failure(Exception):
    """Carries the message that says what to do."""
