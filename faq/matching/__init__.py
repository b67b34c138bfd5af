"""Finds what a question is about: candidates from an index, fused scores, topic × facet."""
