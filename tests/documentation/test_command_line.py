"""The document of the command line names every command and every option."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
