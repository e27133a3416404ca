"""Names that any reader of newspapers knows are found in plain sentences, whatever the model makes of them."""

from __future__ import annotations

import pytest

NAMES = (
    "Aden|Aleppo|Ayacucho|Baidoa|Balochistan|Bamenda|Bangui|Basra|Beirut|Belfast|Benghazi|Bilbao|Black Sea|Bukavu"
    "|Cabo Delgado|Chiapas|Ciudad Juarez|Crimea|Dagestan|Darfur|Deir ez-Zor|Dhaka|Diffa|Diyarbakir|Donetsk|Erbil|Gao"
    "|Gaza City|Gaza Strip|Goma|Grozny|Guerrero|Gulf of Aden|Hebron|Helmand|Homs|Idlib|Ituri|Jenin|Jolo|Juba|Kandahar"
    "|Karachi|Kashmir|Khan Younis|Khartoum|Kherson|Kidal|Kirkuk|Kosovo|Kunduz|Kursk|Lake Chad|Lhasa|Maiduguri|Mandalay"
    "|Manipur|Mariupol|Medellin|Mindanao|Misrata|Mogadishu|Mopti|Mosul|Nagorno-Karabakh|Nangarhar|Niamey|North Kivu"
    "|North Waziristan|Odesa|Omdurman|Ouagadougou|Peshawar|Port Sudan|Port-au-Prince|Quetta|Rafah|Rakhine|Red Sea|Sanaa"
    "|Sarajevo|Sinai|Srinagar|Strait of Hormuz|Taiz|Tbilisi|Tibet|Tijuana|Timbuktu|Tripoli|West Bank|Xinjiang|Zahedan"
).split("|")


@pytest.mark.parametrize(
    "sentence",
    ["Three people were killed in {} on Friday, police said.", "Protesters in {} burned tyres on Monday."],
)
def test_names_that_everybody_knows_are_found_and_have_a_place(toponyms, sentence):
    missed = []
    for name in NAMES:
        found = [t for text, t in toponyms(sentence.format(name)).items() if name in text]
        if not found or found[0].footprint is None:
            missed.append(name)
    assert missed == []
