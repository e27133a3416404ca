"""Events of several tellings to one: which are the same, how they become one, and what people have decided."""
