"""Short forms that newspapers use for places: "Colo.", "N.D.", "U.S."; how to look them up.

Associated Press and Canadian Press style, with the postal codes. Those that are also words or names ("Miss.", "Ore.",
"IN") count only behind a comma: "Jackson, Miss."
"""

from __future__ import annotations

from typing import Optional

_STATES = """
Ala.|AL|Alabama;AK|Alaska;Ariz.|AZ|Arizona;Ark.|AR|Arkansas;Calif.|CA|California;Colo.|CO|Colorado;Conn.|CT|Connecticut
Del.|DE|Delaware;Fla.|FL|Florida;Ga.|GA|Georgia;HI|Hawaii;Ill.|IL|Illinois;Ind.|IN|Indiana;IA|Iowa;Kan.|Kans.|KS|Kansas
Ky.|KY|Kentucky;La.|LA|Louisiana;ME|Maine;Md.|MD|Maryland;Mass.|MA|Massachusetts;Mich.|MI|Michigan;Minn.|MN|Minnesota
Miss.|MS|Mississippi;Mo.|MO|Missouri;Mont.|MT|Montana;Neb.|Nebr.|NE|Nebraska;Nev.|NV|Nevada;N.H.|NH|New Hampshire
N.J.|NJ|New Jersey;N.M.|NM|New Mexico;N.Y.|NY|New York;N.C.|NC|North Carolina;N.D.|ND|North Dakota
OH|Ohio;Okla.|OK|Oklahoma;Ore.|OR|Oregon
Pa.|Penn.|PA|Pennsylvania;R.I.|RI|Rhode Island;S.C.|SC|South Carolina;S.D.|SD|South Dakota
Tenn.|TN|Tennessee;Tex.|TX|Texas;UT|Utah;Vt.|VT|Vermont;Va.|VA|Virginia;Wash.|WA|Washington
W.Va.|W.Va|W. Va.|WV|West Virginia;Wis.|Wisc.|WI|Wisconsin;Wyo.|WY|Wyoming;D.C.|DC|District of Columbia
Alta.|AB|Alberta;B.C.|BC|British Columbia;Man.|MB|Manitoba;N.B.|NB|New Brunswick;N.L.|NL|Newfoundland and Labrador
N.S.|NS|Nova Scotia;Ont.|ON|Ontario;P.E.I.|PE|Prince Edward Island;Que.|QC|Quebec;Sask.|SK|Saskatchewan
NSW|New South Wales;Qld|QLD|Queensland
"""
_ANYWHERE = {
    "US": "United States",
    "U.S": "United States",
    "U.S.": "United States",
    "USA": "United States",
    "U.S.A.": "United States",
    "America": "United States",
    "UK": "United Kingdom",
    "U.K.": "United Kingdom",
    "U.K": "United Kingdom",
    "UAE": "United Arab Emirates",
    "U.A.E.": "United Arab Emirates",
    "DRC": "Democratic Republic of the Congo",
    "CAR": "Central African Republic",
    "PNG": "Papua New Guinea",
    "KSA": "Saudi Arabia",
    "PRC": "China",
    "DPRK": "North Korea",
    "USSR": "Russia",
    "NYC": "New York City",
    "L.A.": "Los Angeles",
    "D.C.": "District of Columbia",
    "D.C": "District of Columbia",
    "DC": "District of Columbia",
    "N. Korea": "North Korea",
    "S. Korea": "South Korea",
    "S. Africa": "South Africa",
}
_BEHIND_COMMA: dict[str, str] = {}
for _entry in _STATES.replace("\n", ";").split(";"):
    *_short, _full = _entry.split("|")
    _BEHIND_COMMA.update((form, _full) for form in _short)
_INITIALS = {
    form: full for form, full in _BEHIND_COMMA.items() if form[1:2] == "." and form not in ("B.C.", "N.B.")
}
# Those that are neither words nor names of people, and so need no comma before them: "the Mich. utilities".
_PLAIN = frozenset(
    "Ariz. Ark. Calif. Colo. Conn. Fla. Mich. Minn. Okla. Tenn. Wis. Wyo. Nebr. Kans. W.Va. W.Va Que. Ont.".split()
)
_ANYWHERE.update((form, _BEHIND_COMMA[form]) for form in _PLAIN)


def full_name(text: str, behind_comma: bool) -> Optional[str]:
    """What a short form stands for, None when it is none, or none here."""
    found = _ANYWHERE.get(text) or _INITIALS.get(text)
    return found or (_BEHIND_COMMA.get(text) if behind_comma else None)
