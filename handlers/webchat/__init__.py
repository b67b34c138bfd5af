"""The web chat: a page that works without JavaScript, and the JSON interface behind it."""
