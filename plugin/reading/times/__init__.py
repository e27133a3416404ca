"""Time expressions: recognise, normalise, anchor, and say when an event happened."""
