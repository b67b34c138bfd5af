"""Conversations as people have them (`*.yaml`), replayed through the whole assistant on the web and
in Telegram; docs/transcripts shows what came of them.
"""
