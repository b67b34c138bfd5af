"""Guides (办事指引): from the answers given so far to the next question or the outcome."""
