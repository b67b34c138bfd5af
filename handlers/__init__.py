"""Thin adapters, one package a channel; they know the core and not each other."""
