"""All rules of the grammar, in one list; the earlier rule wins where two match the same words."""

from __future__ import annotations

from . import (
    grammar_ago,
    grammar_calendar,
    grammar_clock,
    grammar_feasts,
    grammar_figures,
    grammar_hours,
    grammar_lengths,
    grammar_parts,
    grammar_relative,
    grammar_sets,
    grammar_vague,
    grammar_years,
)
from .patterns import Rule

RULES: tuple[Rule, ...] = (
    *grammar_calendar.RULES,
    *grammar_feasts.RULES,
    *grammar_years.RULES,
    *grammar_figures.RULES,
    *grammar_clock.RULES,
    *grammar_hours.RULES,
    *grammar_parts.RULES,
    *grammar_relative.RULES,
    *grammar_ago.RULES,
    *grammar_vague.RULES,
    *grammar_lengths.RULES,
    *grammar_sets.RULES,
)
