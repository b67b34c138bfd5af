"""Memory that is no longer used, given back to the system."""

import ctypes


def give_back() -> None:
    """Give back what was freed in pieces, which glibc keeps for itself until it is told (man 3
    malloc_trim); other libraries need not be told.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
