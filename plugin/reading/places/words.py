"""Words that say what the name beside them is: an administrative unit, a facility, an organisation, a person.

All are compared in lower case, without a final full stop.
"""

from __future__ import annotations

from ...gazetteer.place import PlaceKind
from ..times.vocabulary import MONTHS, WEEKDAYS

# The kind of place that a generic word makes of the name beside it: "Hall County", "the province of Kunar".
GENERIC_KINDS: dict[str, PlaceKind] = {
    "county": PlaceKind.ADMIN2,
    "counties": PlaceKind.ADMIN2,
    "parish": PlaceKind.ADMIN2,
    "district": PlaceKind.ADMIN2,
    "districts": PlaceKind.ADMIN2,
    "borough": PlaceKind.ADMIN2,
    "municipality": PlaceKind.ADMIN2,
    "municipalities": PlaceKind.ADMIN2,
    "raion": PlaceKind.ADMIN2,
    "tehsil": PlaceKind.ADMIN2,
    "agency": PlaceKind.ADMIN2,
    "prefecture": PlaceKind.ADMIN1,
    "prefectures": PlaceKind.ADMIN1,
    "province": PlaceKind.ADMIN1,
    "provinces": PlaceKind.ADMIN1,
    "state": PlaceKind.ADMIN1,
    "states": PlaceKind.ADMIN1,
    "region": PlaceKind.ADMIN1,
    "regions": PlaceKind.ADMIN1,
    "governorate": PlaceKind.ADMIN1,
    "governorates": PlaceKind.ADMIN1,
    "department": PlaceKind.ADMIN1,
    "departments": PlaceKind.ADMIN1,
    "oblast": PlaceKind.ADMIN1,
    "oblasts": PlaceKind.ADMIN1,
    "republic": PlaceKind.COUNTRY,
    "kingdom": PlaceKind.COUNTRY,
    "country": PlaceKind.COUNTRY,
    "city": PlaceKind.TOWN,
    "cities": PlaceKind.TOWN,
    "town": PlaceKind.TOWN,
    "towns": PlaceKind.TOWN,
    "township": PlaceKind.TOWN,
    "village": PlaceKind.TOWN,
    "villages": PlaceKind.TOWN,
    "neighborhood": PlaceKind.TOWN,
    "neighbourhood": PlaceKind.TOWN,
    "suburb": PlaceKind.TOWN,
    "capital": PlaceKind.TOWN,
    "port": PlaceKind.TOWN,
    "sea": PlaceKind.SEA,
    "ocean": PlaceKind.SEA,
    "gulf": PlaceKind.SEA,
}

DAYS_AND_MONTHS = frozenset((*WEEKDAYS, *MONTHS))
# Headlines write them with a capital ("Captured in Khost Overnight"); they are no part of a name.
ADVERBS_OF_TIME = frozenset("today tonight tomorrow yesterday overnight again".split())

# Generic words that stand inside names when capitalised, before ("Lake Hartwell") or after ("Red River").
NATURAL = frozenset(
    "lake sea ocean gulf sound mount mountain mountains mt river creek bay valley island islands isle peninsula desert "
    "canyon beach cape coast hill hills falls forest park plateau basin strait straits channel pass ridge reservoir "
    "delta lagoon reef".split()
)

STREETS = frozenset(
    "street st avenue ave road rd boulevard blvd drive dr lane ln highway hwy route interstate parkway pike court ct "
    "place way circle freeway expressway turnpike".split()
)

FACILITIES = frozenset(
    "airport station stadium hospital mosque church cathedral temple shrine shrines bridge dam prison jail hotel "
    "market mall museum library theater theatre arena center centre hall house palace tower plaza square harbor "
    "harbour port base barracks airfield airbase camp checkpoint embassy consulate courthouse cemetery farm "
    "terminal garden gardens zoo castle fort depot plant mine refinery crossing monastery abbey seminary".split()
)

# Further nouns for a spot in a town or beside it, which are no parts of names: "X's supermarket".
SITES = frozenset(
    "garrison headquarters compound bazaar souk shop store supermarket restaurant cafe bar nightclub residence home "
    "apartment warehouse factory campus clinic site junction roundabout crossroads intersection roadblock tunnel "
    "monument memorial statue fountain estate penitentiary ground grounds building".split()
)

# Nouns for a settlement or a stretch of land: "the resort of X", "X's diplomatic quarter".
SETTLEMENTS = frozenset(
    "resort settlement hamlet suburb slum township enclave exclave stronghold bastion hideout outpost quarter ward "
    "zone sector outskirts countryside hinterland heartland field oilfield canal pipeline riverbank shore seaside "
    "waterfront front frontline".split()
)


def is_site(noun: str) -> bool:
    """Whether a noun, by its lemma, is a building, a street or another spot that lies in a town or beside it."""
    return noun in FACILITIES or noun in STREETS or noun in SITES


# Words of organisations: a place name before them is part of an organisation's name.
ORGANISATIONS = frozenset(
    "university college school schools academy institute police department sheriff sheriff's office board council "
    "commission committee court ministry agency authority association club team company corp corporation inc ltd "
    "llc bank union party foundation society federation league army force forces guard bureau service services "
    "group network church district legislature senate assembly parliament house conference hospital center centre "
    "medical health high elementary middle public fire chamber symphony orchestra united city county state "
    "organization organisation movement front brigade legion".split()
)

# Words of newspapers and broadcasters: "Washington Post" is no place.
MEDIA = frozenset(
    "post times herald tribune journal gazette news daily chronicle observer globe sun star examiner dispatch "
    "press telegraph mirror mail guardian independent reporter sentinel courier bulletin monitor today weekly "
    "register review magazine radio television tv online inquirer advocate enquirer standard broadcasting".split()
)

TITLES = frozenset(
    "mr mrs ms miss dr prof sir lord lady judge justice president premier minister senator sen rep congressman "
    "congresswoman representative governor gov mayor general gen colonel col major maj captain capt lieutenant lt "
    "sergeant sgt officer detective chief sheriff deputy king queen prince princess pope bishop father sister "
    "brother rev reverend imam mullah sheikh ayatollah coach director chairman spokesman spokeswoman spokesperson "
    "secretary attorney ambassador commander cpl pvt private corporal admiral adm detective commissioner "
    "councilman councilwoman alderman superintendent professor".split()
)

# Whom a newspaper tells by the town they are of: "a Dundee woman", "Kisumu traders"; a surname does not stand so.
RESIDENTS = frozenset(
    "man men woman women boy boys girl girls teen teens teenager teenagers youth youths youngster youngsters child "
    "children toddler baby infant resident residents inhabitant inhabitants native natives villager villagers citizen "
    "citizens couple motorist motorists driver drivers cyclist pedestrian student students pupil pupils teacher "
    "teachers farmer farmers trader traders shopkeeper shopkeepers businessman businesswoman businessmen worker "
    "workers fisherman fishermen firefighter firefighters voter voters taxpayer taxpayers homeowner homeowners "
    "commuters fans supporters police patrolman deputies mother father grandmother grandfather pensioner".split()
)

# Prepositions after which a place name is likely a place.
LOCATIVE = frozenset(
    "in at near from to into outside inside across around throughout toward towards between through via within "
    "along beyond off onto above below behind beside under over north south east west amid".split()
)

DIRECTIONS: dict[str, str] = {}
for _name, _words in {
    "N": "north northern northernmost",
    "S": "south southern southernmost",
    "E": "east eastern easternmost",
    "W": "west western westernmost",
    "NE": "north-east northeast north-eastern northeastern",
    "NW": "north-west northwest north-western northwestern",
    "SE": "south-east southeast south-eastern southeastern",
    "SW": "south-west southwest south-western southwestern",
    "C": "central center centre middle heart interior",
}.items():
    for _word in _words.split():
        DIRECTIONS[_word] = _name

# What a hyphen between two names makes of them: "the Kabul-Kandahar highway", "the Iran-Iraq border".
ROADS = frozenset("road highway motorway route railway expressway line corridor".split())
WAYS = ROADS | frozenset(("border", "frontier", "crossing", "borders"))

# Lower-case words that may stand inside a place name: particles that make one name of two words, and looser ones.
PARTICLES = frozenset(
    "de del della delle degli dei da do dos das di du des la las le les los el al e i ul ur wa ud va y ye "
    "sur sous au aux en et lès lez près am im der den dem bei ob unter nad pod pri na "
    "es ez ar ash az ad sul sulla".split()
)
INNER = PARTICLES | frozenset(("of", "and", "the", "upon"))

# Verbs that are done to a place or bring somebody there: what stands right behind one may be where.
TARGETING = frozenset(
    "attack bomb bombard strike hit shell raid invade seize capture take retake storm besiege occupy enter leave reach "
    "visit rock shake tour hammer pound recapture liberate cross overrun patrol flee evacuate assault devastate "
    "destroy sweep blanket batter control hold exit quit tear target surround encircle".split()
)

# Words of going somewhere; of leaving, where what is told happens at the place left; of taking what is there.
MOVING = frozenset(
    "go travel arrive fly come return move flee visit deploy send drive march head trip tour journey delegation flight "
    "withdraw escape cross advance retreat spread extend bring take transfer transport deliver sail enter migrate "
    "relocate evacuate deport extradite dispatch convoy carry ship airlift".split()
)
LEAVING = frozenset(
    "withdraw retreat flee escape evacuate fire launch pull withdrawal retreat depart leave abduct kidnap snatch steal "
    "free release rescue evict expel".split()
)
TAKING = frozenset(
    "arrest detain capture seize take grab pick nab apprehend recover confiscate remove drag haul whisk lift pull "
    "kidnapping abduction rescue".split()
)
