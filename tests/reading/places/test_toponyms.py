"""Place names are found, put on the right spot, and told from everything that only looks like one."""

from __future__ import annotations

import pytest
from event_timeline.core.mentions import PlaceRole

from .conftest import parsed_of


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("The mayor of Springfield, Illinois, resigned on Monday.", "Springfield", "US", "Illinois"),
        ("The mayor of Springfield, Mo., resigned on Monday.", "Springfield", "US", "Missouri"),
        ("Two shops burnt down in Paris, Texas, on Sunday.", "Paris", "US", "Texas"),
        ("Fighting went on in Tripoli, Libya, overnight.", "Tripoli", "LY", "Tripoli"),
        ("Fighting went on in Tripoli, Lebanon, overnight.", "Tripoli", "LB", "North Governorate"),
    ],
)
def test_a_container_named_behind_a_comma_decides(toponyms, text, name, country, admin1):
    footprint = toponyms(text)[name].footprint
    assert footprint.country == country
    assert admin1.split()[0] in footprint.admin1


def test_the_other_places_of_a_text_decide_between_namesakes(toponyms):
    found = toponyms(
        "Crews from Lexington and Louisville drove to London, Kentucky. In London, roads were flooded."
    )
    assert found["London"].footprint.admin1 == "Kentucky"


@pytest.mark.parametrize(
    ("text", "town", "country"),
    [
        ("Gunmen killed a mayor in Gao on 3 March. France called for an inquiry.", "Gao", "ML"),
        ("Soldiers fired on protesters in Labé. Spain and Russia condemned the violence.", "Labé", "GN"),
        ("Gunmen attacked a bus in Mandera. Somalia denied that they were Somalis.", "Mandera", "KE"),
    ],
)
def test_a_country_that_only_acts_takes_no_town_from_another(toponyms, text, town, country):
    assert toponyms(text)[town].footprint.country == country


def test_a_plural_in_the_name_of_a_country_does_not_make_it_a_province(toponyms):
    found = toponyms("The United States sent troops. The Kenyan people protested.")
    assert found["United States"].footprint.country == "US"


def test_a_name_has_one_sense_in_a_text(toponyms):
    text = "Storms hit Athens, Georgia, on Friday. Schools in Athens stayed closed. Athens has two rivers."
    parsed = parsed_of(text)
    assert parsed.report.text == text
    assert toponyms(text)["Athens"].footprint.admin1 == "Georgia"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Friday Kenya announced a tax on imports.", "Kenya"),
        ("French troops will leave Niger by the end of the year.", "Niger"),
        ("Russian troops left Bangui on Sunday.", "Bangui"),
        ("Drills began in the Sea of Japan.", "Sea of Japan"),
    ],
)
def test_a_country_that_speaks_a_town_that_is_left_and_a_sea_are_places(toponyms, text, name):
    assert name in toponyms(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Daesh and the Taliban fought near the river.", ("Daesh", "Taliban")),
        (
            "Sergei Lavrov told the Washington Post that nothing had changed.",
            ("Lavrov", "Washington", "Washington Post"),
        ),
        (
            "NATO generals met the Afghan minister and two Pakistani officers.",
            ("NATO", "Afghan", "Pakistani"),
        ),
        ("President Washington and Mr. Lincoln never met Jordan Baker.", ("Lincoln", "Jordan")),
    ],
)
def test_groups_people_papers_and_demonyms_are_no_places(toponyms, text, words):
    assert not set(words) & set(toponyms(text))


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Dar es Salaam", "TZ"),
        ("Dar-es-Salaam", "TZ"),
        ("Port-au-Prince", "HT"),
        ("Rio de Janeiro", "BR"),
        ("Frankfurt am Main", "DE"),
        ("Stoke-on-Trent", "GB"),
        ("Newcastle upon Tyne", "GB"),
        ("Las Palmas de Gran Canaria", "ES"),
        ("Deir ez-Zor", "SY"),
        ("Mazar-e-Sharif", "AF"),
        ("Dera Ismail Khan", "PK"),
        ("General Santos", "PH"),
        ("Johor Bahru", "MY"),
        ("Singapore", "SG"),
        ("Luxembourg", "LU"),
        ("Burundi", "BI"),
        ("Laos", "LA"),
        ("New Zealand", "NZ"),
    ],
)
def test_well_known_names_are_found_whole(toponyms, name, country):
    found = toponyms(f"A bomb exploded in {name} on Friday, police said. Nobody was hurt in the blast.")
    assert {text: toponym.footprint.country for text, toponym in found.items()} == {name: country}


def test_a_shared_word_is_completed(toponyms):
    found = toponyms("The delegation travelled to North and South Waziristan on Thursday.")
    assert found["North"].footprint.name.startswith("North Waziristan")
    assert found["South Waziristan"].footprint.name.startswith("South Waziristan")


def test_provinces_in_a_list_are_provinces(toponyms):
    found = toponyms("Troops searched villages in the provinces of Kunar, Nangarhar and Laghman.")
    assert [found[n].footprint.where_prec for n in ("Kunar", "Nangarhar", "Laghman")] == [4, 4, 4]


@pytest.mark.parametrize(
    ("text", "names", "precision"),
    [
        ("Troops searched houses in Khost, Kandahar and Herat provinces.", ("Khost", "Kandahar", "Herat"), 4),
        ("Fires burned in the provinces of Herat and Kandahar.", ("Herat", "Kandahar"), 4),
        ("Fires burned in the cities of Herat and Kandahar.", ("Herat", "Kandahar"), 1),
    ],
)
def test_a_plural_tells_the_kind_of_every_name_of_its_list(toponyms, text, names, precision):
    found = toponyms(text)
    assert [found[name].footprint.where_prec for name in names] == [precision] * len(names)


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Smoke rose over South Carolina's coast.", "South Carolina", "South Carolina"),
        ("They are West Virginia's oldest mines.", "West Virginia", "West Virginia"),
        ("The fever spread in west Africa last year.", "west Africa", "West Africa"),
        ("Shells fell on southern Helmand.", "Helmand", "Helmand"),
    ],
)
def test_a_direction_belongs_to_a_name_that_is_one_with_it(toponyms, text, name, place):
    assert toponyms(text)[name].footprint.name == place


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Fighting goes on in #SouthSudan, says the mission.", "SouthSudan", "SS"),
        ("Shops are shut after the vote #nigeria", "nigeria", "NG"),
    ],
)
def test_a_tag_is_read_as_the_name_it_is_made_of(toponyms, text, name, country):
    assert toponyms(text)[name].footprint.country == country


def test_a_name_behind_a_small_word_that_opens_a_sentence_is_found(toponyms):
    assert toponyms("In Ipoh the river rose.")["Ipoh"].footprint.country == "MY"


def test_a_town_opens_a_dateline_and_not_the_state_of_its_name(toponyms):
    found = toponyms("WASHINGTON (Nov. 13) -- The senators voted on Monday. They meet again in May.")
    assert found["WASHINGTON"].footprint.where_prec == 1


def test_a_continent_is_no_town_of_its_name(toponyms):
    assert toponyms("Measles is on the rise in Africa.")["Africa"].footprint.gazetteer_id == "region:africa"


@pytest.mark.parametrize("name", ["Mazar-e-Sharif", "Mazar-i-Sharif", "Mazar e Sharif", "Mazar-e Sharif"])
def test_spellings_of_a_name_are_one_place(toponyms, name):
    (toponym,) = toponyms(f"A bomb went off in {name} on Tuesday.").values()
    assert toponym.text == name
    assert toponym.footprint.name.startswith("Maz")


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("MOSCOW - The ministers met on Tuesday to discuss trade.", {"MOSCOW"}),
        ("KABUL, Afghanistan (Nov. 13) - Two soldiers were wounded on Friday.", {"KABUL", "Afghanistan"}),
        ("LIMA, 4 FEB 90 (AFP) -- THE POLICE REPORTED TWO ATTACKS ON BANKS TODAY.", {"LIMA"}),
        ("PESHAWAR: Doctors of the main hospital of the city went on strike on Tuesday.", {"PESHAWAR"}),
        ("New Delhi: The court on Monday sentenced two former ministers to five years.", {"New Delhi"}),
        ("Delhi: a short guide", set()),
        ("LIMA, no date (Radio Sol) - Two ministers met on Friday.", {"LIMA"}),
        ("NAIROBI (Kenya), 4 February (AFP) - Two ministers met on Friday.", {"NAIROBI", "Kenya"}),
    ],
)
def test_datelines_are_told_from_venues(toponyms, text, towns):
    found = toponyms(text)
    assert {t.text for t in found.values() if t.role is PlaceRole.DATELINE} == towns


def test_texts_in_capitals_have_places_too(toponyms):
    found = toponyms(
        "TWO POLICEMEN WERE KILLED IN AN ATTACK ON A BANK IN MEDELLIN, COLOMBIA, THE ARMY REPORTED TODAY."
    )
    assert found["MEDELLIN"].footprint.country == "CO"


def test_what_the_words_place_elsewhere_is_not_taken_for_its_namesake(toponyms):
    toponym = toponyms("Shots were fired in Springfield district, Kunar province, at dawn.")["Springfield"]
    assert toponym.footprint is None


def test_reasons_are_sentences_and_candidates_are_kept(toponyms):
    toponym = toponyms("The mayor of Springfield, Illinois, resigned.")["Springfield"]
    assert "the text names what holds it" in toponym.provenance.why
    assert len(toponym.candidates) > 1
    assert toponym.candidates[0][0] == toponym.footprint
    assert toponym.candidates[0][1] >= toponym.candidates[1][1]


def test_positions_in_figures_are_toponyms_of_their_country(toponyms):
    (toponym,) = toponyms("The aircraft was lost at 34.5281° N, 69.1723° E.").values()
    assert toponym.footprint.country == "AF"
    assert toponym.footprint.where_prec == 1


def test_directions_in_capitals_do_not_hide_the_name(toponyms):
    found = toponyms("The rebels are mostly found in Eastern and Northern Nigeria.")
    assert found["Nigeria"].footprint.country == "NG"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gunmen burnt down the village of Zugwamba.", {"Zugwamba"}),
        ("Gunmen raided Zugwamba village at dawn.", {"Zugwamba"}),
        ("Gunmen raided the villages of Zugwamba, Telloru and Ombiri.", {"Zugwamba", "Telloru", "Ombiri"}),
    ],
)
def test_names_that_no_gazetteer_knows_are_found_where_the_words_tell_that_they_are_places(
    toponyms, text, names
):
    found = toponyms(text)
    assert set(found) == names
    assert all(toponym.footprint is None for toponym in found.values())


def test_a_people_tells_the_country_of_an_ambiguous_name(toponyms):
    text = "Ukrainian crews put out the fire. The Ukrainian governor said that Odessa was calm."
    assert toponyms(text)["Odessa"].footprint.country == "UA"


def test_a_name_within_another_name_tells_where_a_text_is_set(toponyms):
    text = "Ohio State University opened a school in Athens. The Ohio River Museum is in Athens too."
    assert toponyms(text)["Athens"].footprint.admin1 == "Ohio"


def test_a_small_namesake_far_from_all_other_places_of_a_text_is_not_meant(toponyms):
    found = toponyms(
        "SAN SALVADOR, 3 June -- A bus burnt out in San Miguel. A second one was burnt at dawn in Escalon, west of the"
        " capital of El Salvador, said a driver from Santa Ana."
    )
    assert found["San Miguel"].footprint.country == "SV"
    assert "Escalon" not in found or found["Escalon"].footprint is None


def test_a_doubtful_name_is_a_place_where_the_others_are_of_its_country(toponyms):
    text = "QUITO, 2 June -- A lorry burnt near Shushufindi, said the governor of Sucumbios. Ecuador sent police."
    assert toponyms(text)["Shushufindi"].footprint.country == "EC"


@pytest.mark.parametrize(
    ("text", "name", "place_id"),
    [
        ("Pirates struck in the Gulf of Guinea.", "Gulf of Guinea", "sea:gulf-of-guinea"),
        ("Floods hit the Lake Chad basin in May.", "Lake Chad basin", "region:lake-chad-basin"),
        ("Rice grows in the Mekong delta.", "Mekong delta", "region:mekong-delta"),
    ],
)
def test_a_sea_or_region_is_more_than_the_name_inside_it(toponyms, text, name, place_id):
    assert toponyms(text)[name].footprint.gazetteer_id == place_id


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Youths blocked the Katsina-Ala road in Benue State.", {"Katsina-Ala", "Benue State"}),
        ("He gave himself up at Coeur d'Alene, Idaho, on Friday.", {"Coeur d'Alene", "Idaho"}),
    ],
)
def test_half_of_a_name_is_no_name(toponyms, text, names):
    assert set(toponyms(text)) == names


def test_both_ends_of_a_way_are_found_at_the_end_of_a_text(toponyms):
    assert {"Kabul", "Kandahar"} <= set(toponyms("They were shot on the Kabul-Kandahar highway."))


def test_a_country_named_for_its_states_is_known_in_a_story_from_elsewhere(toponyms):
    found = toponyms(
        "SANAA, 4 May -- The United States called on the fighters in Marib, Taiz and Aden to stop."
    )
    assert found["United States"].footprint.country == "US"


def test_an_arabic_article_belongs_to_the_name_and_is_spelt_in_several_ways(toponyms):
    found = toponyms("Gunmen shot two men in al-Susah, in the Syrian province of Deir al-Zor.")
    assert found["al-Susah"].footprint.country == "SY"
    assert found["Deir al-Zor"].footprint.name == "Deir ez-Zor"
    assert not toponyms("The al-Shabab group and al-Jazeera did not answer.")


def test_an_island_is_told_by_the_word_before_it(toponyms):
    assert "Tannu" in toponyms("A boat brought water to the island of Tannu in Vanuatu.")


def test_a_city_may_be_called_so_in_a_text_in_capitals(toponyms):
    found = toponyms(
        "GUATEMALA CITY, 3 MAY -- THEY WILL MEET IN MEXICO CITY. TROOPS SEARCHED THE CITY OF CALI."
    )
    assert found["MEXICO CITY"].footprint.name == "Mexico City"
    assert found["GUATEMALA CITY"].footprint.name == "Guatemala City"
    assert found["CALI"].footprint.name == "Cali"
