"""The channel-neutral core: text in, reply out; it knows no messenger, web server or database."""
