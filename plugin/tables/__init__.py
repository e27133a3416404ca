"""Event tables of other projects to the same events."""
