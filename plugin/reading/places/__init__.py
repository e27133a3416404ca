"""Place names: recognise, resolve, give each its role, and say where an event happened."""
