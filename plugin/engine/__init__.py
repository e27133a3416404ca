"""How often and where the reader runs: one function, a local pool; never what it decides."""
