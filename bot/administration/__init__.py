"""What staff do to the content while it answers, and what they are told."""
