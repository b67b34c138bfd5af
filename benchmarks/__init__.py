"""Measurements of the whole assistant: how often it is right, and how fast it is."""
