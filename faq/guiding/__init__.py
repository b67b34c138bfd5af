"""A guide as a conversation: its questions and its sheet as replies, and where it is offered."""
