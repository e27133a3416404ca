"""``python -m event_timeline`` is the command ``event-timeline``."""

from __future__ import annotations

import sys

from .cli import main

if __name__ == "__main__":  # workers of the local pool import this module too
    sys.exit(main())
