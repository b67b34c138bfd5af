"""What a chat was last about, as a row of any database says it."""

from faq.model import Context, Facet


def read(entry: object, facet: object, city: object, guide: object) -> Context:
    """The context that a row holds."""
    of = None if city is None else str(city)
    return Context(str(entry), Facet(str(facet)), of, str(guide))
