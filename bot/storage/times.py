"""How long things are kept, in seconds."""

CONTEXT = 30 * 60
LEASE = 60
UPDATES = 48 * 3600
JOURNAL = 90 * 24 * 3600
OUTBOX = 24 * 3600
TICKET = 24 * 3600
LONGEST_WAIT = 3600  # no reply waits longer for its next try; later than that is a clock set back
