"""What only staff may see and do, on a listener of its own."""
