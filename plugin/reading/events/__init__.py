"""Events: triggers, actors, counts, assertion, and their link to places and times."""
