"""The words of time, as data: which word belongs to which class of the grammar, and what it is worth there."""

from __future__ import annotations

from .numerals import CARDINALS, MULTIPLIERS, ORDINALS

_MONTH_NAMES = (
    "january february march april may june july august september october november december"
).split()
_MONTH_SHORT = "jan feb mar apr . jun jul aug sep oct nov dec".split()
_DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()
_DAY_SHORT = ("mon", "tue tues", "wed weds", "thu thur thurs", "fri", "sat", "sun")

MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
MONTH_ABBREVIATIONS = {name: number for number, name in enumerate(_MONTH_SHORT, start=1) if name != "."}
MONTH_ABBREVIATIONS["sept"] = 9
WEEKDAYS = {name: number for number, name in enumerate(_DAY_NAMES, start=1)}
WEEKDAY_ABBREVIATIONS = {short: number for number, line in enumerate(_DAY_SHORT, 1) for short in line.split()}

# Names of months and days that are also other words: they count alone only with a capital and a fitting word before.
AMBIGUOUS = frozenset("may march mar sun sat mon wed fri dec jan jun apr sep second fall spring".split())

UNITS = {
    "second": "S", "sec": "S", "minute": "M", "min": "M", "hour": "H", "hr": "H",
    "day": "D", "night": "N", "weekend": "WE", "week": "W", "fortnight": "F", "month": "MON",
    "quarter": "Q", "season": "SEA",
    "semester": "HALF", "year": "Y", "yr": "Y", "decade": "DE", "century": "CE", "millennium": "ML",
}  # fmt: skip
PLURALS = {word + "s": unit for word, unit in UNITS.items() if word not in ("century", "millennium")}
PLURALS.update({"centuries": "CE", "millennia": "ML"})

SEASON_NAMES = {
    "spring": 1,
    "springtime": 1,
    "summer": 2,
    "summertime": 2,
    "autumn": 3,
    "fall": 3,
    "winter": 4,
}
SEASON_NAMES.update({"wintertime": 4})

# Parts of the day: TIMEX3 code, and the hours from midnight that it stands for. "Monday night" is Monday's;
# only "overnight" runs into the next day.
PARTS_OF_DAY = {
    "morning": ("MO", 6, 12), "mornings": ("MO", 6, 12), "dawn": ("MO", 4, 8), "sunrise": ("MO", 4, 8),
    "daybreak": ("MO", 4, 8), "afternoon": ("AF", 12, 18), "afternoons": ("AF", 12, 18), "evening": ("EV", 18, 24),
    "evenings": ("EV", 18, 24), "dusk": ("EV", 17, 21), "sunset": ("EV", 17, 21), "nightfall": ("EV", 17, 21),
    "night": ("NI", 18, 24), "nights": ("NI", 18, 24), "nite": ("NI", 18, 24), "overnight": ("NI", 18, 30),
    "daytime": ("DT", 6, 18), "lunchtime": ("MI", 11, 14), "midday": ("MI", 12, 13),
}  # fmt: skip
CLOCK_WORDS = {"noon": 12, "midday": 12, "midnight": 24}

VAGUE_NUMBERS = {
    "several": "X", "few": "X", "many": "X", "some": "X", "numerous": "X", "countless": "X", "various": "X",
    "couple": "2", "dozens": "X", "hundreds": "X", "thousands": "X", "scores": "X", "tens": "X",
}  # fmt: skip

# Decades of the 20th century in words, as the number of the decade.
DECADE_WORDS = {
    "twenties": 192,
    "thirties": 193,
    "forties": 194,
    "fifties": 195,
    "sixties": 196,
    "seventies": 197,
}
DECADE_WORDS.update({"eighties": 198, "nineties": 199})

# Plain word classes. A word may be in several.
WORDS: dict[str, str] = {
    "TODAY": "today tdy 2day",
    "YESTERDAY": "yesterday",
    "TOMORROW": "tomorrow tmr tmrw tomoz",
    "LAST": "last past",
    "NEXT": "next coming upcoming forthcoming",
    "PREVIOUS": "previous preceding prior",
    "FOLLOWING": "following ensuing succeeding",
    "THIS": "this current",
    "THAT": "that same",
    "PASTWARD": "past last previous preceding prior recent",
    "EARLY": "early late mid middle earlier later",
    "AGO": "ago",
    "LATER": "later after afterwards afterward hence thereafter",
    "EARLIER": "earlier before previously prior",
    "STARTING": "start beginning begin turn dawn onset outset opening",
    "ENDING": "end close closing",
    "MIDDLE": "middle midst midpoint",
    "EVERY": "every each",
    "DAILY": "daily nightly hourly weekly monthly annually biweekly fortnightly",
    "NOWISH": "now currently nowadays presently",
    "RECENT": "recently lately",
    "SOON": "soon shortly",
    "ERA_BC": "bc bce b.c. b.c.e.",
    "ERA_AD": "ad ce a.d. c.e.",
    "MERIDIEM": "am pm am. pm. a.m p.m a.m. p.m.",
    "ZONE": "gmt utc est edt pst pdt cst cdt mst mdt cet cest eet eest bst ist msk z",
    "LEAD": "in since by until till from through during of before after on to late early mid last next this between "
    "and",
}


def singular_units() -> dict[str, str]:
    """Singular unit words, without those that are parts of a day."""
    return {word: unit for word, unit in UNITS.items() if unit != "N"}


def classes() -> dict[str, frozenset[str]]:
    """All word classes of the grammar by name."""
    named = {name: frozenset(words.split()) for name, words in WORDS.items()}
    named["MONTHNAME"] = frozenset(MONTHS)
    named["MONTHABBR"] = frozenset(MONTH_ABBREVIATIONS)
    named["MONTH"] = named["MONTHNAME"] | named["MONTHABBR"]
    named["DAYNAME"] = frozenset(WEEKDAYS)
    named["DAYABBR"] = frozenset(WEEKDAY_ABBREVIATIONS)
    named["WEEKDAY"] = named["DAYNAME"] | named["DAYABBR"]
    named["WEEKDAYS"] = frozenset(day + "s" for day in WEEKDAYS)
    named["UNIT"] = frozenset(singular_units())
    named["UNITS"] = frozenset(PLURALS)
    named["ANYUNIT"] = frozenset(UNITS) | named["UNITS"]
    named["SEASON"] = frozenset(SEASON_NAMES)
    named["PART"] = frozenset(PARTS_OF_DAY)
    named["PARTS"] = frozenset(word for word in PARTS_OF_DAY if word.endswith("s"))
    named["CLOCKWORD"] = frozenset(CLOCK_WORDS)
    named["VAGUE"] = frozenset(VAGUE_NUMBERS)
    named["DECADEWORD"] = frozenset(DECADE_WORDS)
    named["ORDWORD"] = frozenset(ORDINALS)
    return named


NUMBER_WORDS = frozenset(CARDINALS) | frozenset(MULTIPLIERS)
