"""Words that place something before, at or after the time of writing without saying when."""

from __future__ import annotations

from .lengths import RECENT_DAYS, Vague
from .patterns import Rule

RULES = (
    Rule(
        "vague/now",
        "(right|just|even|only)? NOWISH",
        lambda found: Vague("PRESENT_REF"),
        "The time of writing.",
        "now",
    ),
    Rule(
        "vague/at-present",
        "at present",
        lambda found: Vague("PRESENT_REF"),
        "The time of writing.",
        "at present",
    ),
    Rule(
        "vague/current",
        "(then)? current",
        lambda found: Vague("PRESENT_REF"),
        "The time of writing, before a noun.",
        "the current government",
    ),
    Rule(
        "vague/modern-day",
        "(modern|present) -? day",
        lambda found: Vague("PRESENT_REF"),
        "The time of writing.",
        "present-day Iraq",
    ),
    Rule(
        "vague/the-present",
        "the present (day|time|moment)?",
        lambda found: Vague("PRESENT_REF"),
        "The time of writing.",
        "the present",
    ),
    Rule(
        "vague/these-days",
        "(these days|at this (time|moment)|at the moment)",
        lambda found: Vague("PRESENT_REF"),
        "The time of writing.",
        "these days",
    ),
    Rule(
        "vague/recent",
        "(more|most)? (RECENT|recent)",
        lambda found: Vague("PAST_REF", -RECENT_DAYS),
        "Some time before writing: at most a month.",
        "recently",
    ),
    Rule(
        "vague/the-past",
        "the (recent|distant)? past",
        lambda found: Vague("PAST_REF"),
        "Some time before writing.",
        "in the past",
    ),
    Rule(
        "vague/long-ago",
        "(long|some time|sometime) ago",
        lambda found: Vague("PAST_REF"),
        "Some time before writing.",
        "long ago",
    ),
    Rule(
        "vague/soon",
        "SOON (?!after|before|as|afterwards)",
        lambda found: Vague("FUTURE_REF", RECENT_DAYS),
        "Some time after writing.",
        "soon",
    ),
    Rule(
        "vague/future",
        "(the|a)? (near|distant|foreseeable|immediate)? future",
        lambda found: Vague("FUTURE_REF"),
        "Some time after writing.",
        "in the near future",
    ),
)
