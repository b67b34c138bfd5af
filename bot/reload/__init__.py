"""Content that changes while the program runs: tried aside, swapped in one step, taken back."""
