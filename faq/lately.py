"""What was thought through lately, so that a question many people ask is thought through once."""

from collections import OrderedDict
from collections.abc import Hashable

from faq.model import Reply

_MOST = 2_000  # some eight kilobytes each


class Lately:
    """Replies by all that they depend on; the one longest unused makes room.

    What a person in danger wrote is not kept, not even here.
    """

    def __init__(self) -> None:
        self._replies: OrderedDict[Hashable, Reply] = OrderedDict()

    def get(self, key: Hashable) -> Reply | None:
        """The reply given for ``key``, if it is still known."""
        reply = self._replies.get(key)
        if reply is not None:
            self._replies.move_to_end(key)
        return reply

    def keep(self, key: Hashable, reply: Reply) -> None:
        """Keep a reply, unless it has a card."""
        if reply.alert is None:
            self._replies[key] = reply
            if len(self._replies) > _MOST:
                self._replies.popitem(last=False)
