"""Feasts and holidays that news names instead of a date."""

from __future__ import annotations

from .expression import Expression
from .feasts import day_of_year, feast
from .patterns import Found, Rule
from .worth import year_of

# "the Good Friday Agreement", "the Yom Kippur War": named after a day, and not on it.
_NO_NAME = (
    "(?!war|wars|agreement|accord|accords|rising|uprising|offensive|revolution|massacre|island|gift|tree)"
)
_TAIL = f"(holiday|holidays|festival)? (,? (of|in)? year=YEAR)? {_NO_NAME}"
_AL = "(-? (al|ul|el|ur)? -?)?"


def _rule(name: str, words: str, meaning: str, example: str, *, has_eve: bool = False) -> Rule:
    """A rule for one feast; `name` is its key, hyphenated."""
    eve = "(eve=eve)?" if has_eve else ""
    key = name.replace("-", " ")

    def build(found: Found) -> Expression:
        return feast(key, is_eve=has_eve and found.has("eve"), year=year_of(found))

    return Rule(f"feast/{name}", f"{words} {eve} {_TAIL}", build, meaning, example)


def _new_year(found: Found) -> Expression:
    month, day = (12, 31) if found.word("eve") == "eve" else (1, 1)
    return day_of_year(month, day, year_of(found))


RULES = (
    Rule(
        "feast/new-year",
        "new year (' s)? (eve=eve|eve=day) (,? year=YEAR)?",
        _new_year,
        "The first or the last day of a year.",
        "New Year's Eve",
    ),
    _rule(
        "christmas", "christmas (day)?", "25 December; its eve the day before.", "Christmas Eve", has_eve=True
    ),
    _rule("xmas", "xmas (day)?", "The same.", "Xmas", has_eve=True),
    _rule("boxing", "boxing day", "26 December.", "Boxing Day"),
    _rule("halloween", "halloween", "31 October.", "Halloween"),
    _rule("epiphany", "epiphany", "6 January.", "Epiphany"),
    _rule("valentine", "valentine ' s day", "14 February.", "Valentine's Day"),
    _rule("patrick", "(st|saint) .? patrick ' s day", "17 March.", "St. Patrick's Day"),
    _rule("women", "(international)? women ' s day", "8 March.", "International Women's Day"),
    _rule("may-day", "may day", "1 May.", "May Day"),
    _rule("bastille", "bastille day", "14 July.", "Bastille Day"),
    _rule("assumption", "assumption day", "15 August.", "Assumption Day"),
    _rule("all-saints", "all saints '? (s)? day", "1 November.", "All Saints' Day"),
    _rule("all-souls", "all souls '? (s)? day", "2 November.", "All Souls' Day"),
    _rule("armistice", "armistice day", "11 November.", "Armistice Day"),
    _rule("remembrance", "remembrance day", "11 November.", "Remembrance Day"),
    _rule("veterans", "(veterans|veteran) '? (s)? day", "11 November.", "Veterans Day"),
    _rule(
        "thanksgiving",
        "thanksgiving (day)?",
        "The fourth Thursday of November (US).",
        "Thanksgiving",
        has_eve=True,
    ),
    _rule("black-friday", "black friday", "The day after it.", "Black Friday"),
    _rule("memorial", "memorial day", "The last Monday of May (US).", "Memorial Day"),
    _rule("labor", "labor day", "The first Monday of September (US).", "Labor Day"),
    _rule(
        "king",
        "martin luther king (jr)? .? day",
        "The third Monday of January (US).",
        "Martin Luther King Day",
    ),
    _rule("columbus", "columbus day", "The second Monday of October (US).", "Columbus Day"),
    _rule("easter", "easter (sunday|day)?", "Easter Sunday of the western churches.", "Easter"),
    _rule("easter-monday", "easter monday", "The day after it.", "Easter Monday"),
    _rule("good-friday", "good friday", "Two days before it.", "Good Friday"),
    _rule("holy-thursday", "(holy|maundy) thursday", "Three days before it.", "Maundy Thursday"),
    _rule("palm-sunday", "palm sunday", "The Sunday before it.", "Palm Sunday"),
    _rule("ash-wednesday", "ash wednesday", "Forty-six days before it.", "Ash Wednesday"),
    _rule("ascension", "ascension day", "The fortieth day of Easter.", "Ascension Day"),
    _rule("pentecost", "(pentecost|whit sunday) (sunday)?", "The fiftieth day of Easter.", "Pentecost"),
    _rule("holy-week", "holy week", "The week before Easter Sunday.", "Holy Week"),
    _rule(
        "orthodox-easter", "orthodox easter (sunday)?", "Easter of the eastern churches.", "Orthodox Easter"
    ),
    _rule(
        "ramadan",
        "(the (muslim|islamic)? (holy|fasting)? month of)? (ramadan|ramazan|ramadhan)",
        "The ninth month of the Islamic calendar.",
        "the holy month of Ramadan",
    ),
    _rule("fitr", f"(the)? (eid|id|aid) {_AL} (fitr|fitri)", "The end of Ramadan.", "Eid al-Fitr"),
    _rule("adha", f"(the)? (eid|id|aid) {_AL} (adha|azha|zuha)", "The feast of sacrifice.", "Eid al-Adha"),
    _rule("eid", "(the)? eid", "The nearer of the two.", "Eid"),
    _rule("ashura", "(ashura|ashoura|ashurah)", "The tenth day of Muharram.", "Ashura"),
    _rule("arbaeen", "(arbaeen|arbain|arbaen)", "Forty days after Ashura.", "Arbaeen"),
    _rule(
        "mawlid",
        f"(mawlid|mawlud|mawlood|(milad|eid) {_AL} (milad|nabi)|the prophet (muhammad|mohammed)? ' s birthday)",
        "The Prophet's birthday, as the Sunni keep it.",
        "Mawlid",
    ),
    _rule(
        "nowruz",
        "(nowruz|norouz|norooz|noruz|nawruz|navruz|nooruz|newroz|nevruz)",
        "The Persian new year.",
        "Nowruz",
    ),
    _rule("chinese-new-year", "(the)? (chinese|lunar) new year", "The Chinese new year.", "Chinese New Year"),
    _rule("diwali", "(diwali|deepavali)", "The festival of lights.", "Diwali"),
    _rule("passover", "(passover|pesach)", "15 Nisan.", "Passover"),
    _rule("rosh-hashanah", "rosh (hashanah|hashana)", "The Hebrew new year.", "Rosh Hashanah"),
    _rule("yom-kippur", "yom kippur", "10 Tishri.", "Yom Kippur"),
    _rule("hanukkah", "(hanukkah|chanukah|hanukah)", "25 Kislev.", "Hanukkah"),
)
