"""Work on one text that must not cost the others: its result, or why there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar, Union

from ..core.errors import EventTimelineError

Result = TypeVar("Result")


@dataclass(frozen=True)
class Fault:
    """Why there is no result, as a sentence."""

    why: str


def attempt(work: Callable[[], Result]) -> Union[Result, Fault]:
    """The result of `work`, or why there is none.

    This is the one place where any error is caught: a fault in our rules that one odd text lays bare must cost that
    text, not the thousand others of the batch, and it is told in the failures table.
    """
    try:
        return work()
    except EventTimelineError as error:
        return Fault(str(error))
    except Exception as error:  # noqa: BLE001
        fault = f"{type(error).__name__}: {error}".rstrip(": ")
        return Fault(
            f"The reader has a fault that this text lays bare ({fault}). Please report it with the text."
        )
