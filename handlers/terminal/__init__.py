"""The terminal as a channel: talk, JSON lines, explanations."""
