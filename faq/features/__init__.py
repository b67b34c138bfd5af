"""Texts as numbers: their grams, how they sound, and linear models over them."""
