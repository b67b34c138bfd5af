"""Wiring: reads the configuration, opens storage, loads content, starts the channels."""
