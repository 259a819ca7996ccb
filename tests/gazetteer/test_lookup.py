"""Names and ids to regions, as rules and subscriptions ask for them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.core.analysis.gazetteer import Gazetteer, GazetteerError
from tocsin.core.analysis.gazetteer.keys import name_key, token_key
from tocsin.core.analysis.gazetteer.layout import BEGINS_NAME, FAMED, IS_NAME, SECOND_IN_NAME

KNOWN = {
    "Iraq": "country:IQ",
    "IRAQ": "country:IQ",
    "Salahuddin": "admin1:IQ.18",
    "Salah ad-Din": "admin1:IQ.18",
    "Nineveh": "admin1:IQ.15",
    "Idlib": "admin1:SY.12",
    "Donetsk Oblast": "admin1:UA.05",
    "Donbas": "region:donbas",
    "Crimea": "admin1:UA.11",
    "Gaza Strip": "admin1:PS.GZ",
    "West Bank": "admin1:PS.WE",
    "Kashmir": "region:kashmir-region",
    "Nagorno-Karabakh": "region:nagorno-karabakh",
    "Transnistria": "region:transnistria",
    "Somaliland": "region:somaliland",
    "Golan Heights": "region:golan-heights",
    "Darfur": "region:darfur",
    "Kivu": "region:kivu",
    "Mindanao": "region:mindanao",
    "Hodeidah": "admin1:YE.08",
    "Hudaydah": "admin1:YE.08",
    "Kiev": "geonames:703448",
    "Kyiv": "admin1:UA.12",
    "Tal Afar": "geonames:90393",
    "Persian Gulf": "region:persian-gulf",
    "Arabian Gulf": "region:persian-gulf",
    "Strait of Hormuz": "region:strait-of-hormuz",
    "Bab al-Mandab": "region:bab-el-mandeb",
    "Red Sea": "region:red-sea",
    "Black Sea": "region:black-sea",
    "South China Sea": "region:south-china-sea",
    "Dnipro River": "region:dnieper",
    "Euphrates": "region:euphrates",
    "Middle East": "region:middle-east",
    "Sahel": "region:sahel",
    "Horn of Africa": "region:horn-of-africa",
    "Eastern Europe": "region:eastern-europe",
    "Latin America": "region:latin-america",
    "EU": "region:european-union",
    "NATO": "region:nato",
    "Africa": "region:africa",
    "Camp Speicher": "region:camp-speicher",
    "Diego Garcia": "region:diego-garcia",
    "Al Udeid": "region:al-udeid",
    "Ramstein": "region:ramstein",
    "UK": "country:GB",
    "U.S.": "country:US",
    "DR Congo": "country:CD",
    "Ivory Coast": "country:CI",
    "Burma": "country:MM",
}


@pytest.mark.parametrize("name", KNOWN)
def test_knows_the_names_of_the_news(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.region_ids(name)[0] == KNOWN[name]


def test_an_ambiguous_name_means_all_its_regions(gazetteer: Gazetteer) -> None:
    assert gazetteer.region_ids("Georgia")[:2] == ("country:GE", "admin1:US.GA")


@pytest.mark.parametrize(
    ("number", "region"), [(99072, "geonames:99072"), (99237, "country:IQ"), (91695, "admin1:IQ.18"), (1, None)]
)
def test_a_geonames_id_means_its_place(gazetteer: Gazetteer, number: int, region: str | None) -> None:
    assert gazetteer.region_ids(number) == ((region,) if region else ())


def test_ids_mean_themselves(gazetteer: Gazetteer) -> None:
    for region in ("country:IQ", "admin1:IQ.15", "region:persian-gulf", "geonames:99072"):
        assert gazetteer.region_ids(region) == (region,)
    for unknown in ("country:QQ", "region:atlantis", "geonames:1", "geonames:x", "admin1:"):
        assert gazetteer.region_ids(unknown) == ()


def test_unknown_names_get_suggestions(gazetteer: Gazetteer) -> None:
    assert gazetteer.region_ids("Mosull") == ()
    assert gazetteer.suggest("Mosull")[0] == "Mosul"
    assert "Baghdad" in gazetteer.suggest("Bagdhad")
    assert gazetteer.suggest("Persian Golf")[0] == "Persian Gulf"
    assert gazetteer.suggest("") == ()


def test_names_of_regions(gazetteer: Gazetteer) -> None:
    assert gazetteer.region_name("admin1:IQ.15") == "Nineveh"
    assert gazetteer.region_name("country:IQ") == "Iraq"
    assert gazetteer.region_name("region:nowhere") == "region:nowhere"


def holders(gazetteer: Gazetteer, region: str) -> tuple[str, ...]:
    place = gazetteer.place(region)
    assert place
    return place.within


def test_what_lies_in_what(gazetteer: Gazetteer) -> None:
    mosul = holders(gazetteer, "geonames:99072")
    assert {"admin1:IQ.15", "country:IQ", "region:middle-east", "region:asia"} <= set(mosul)
    assert {"region:donbas", "country:UA", "region:eastern-europe"} <= set(holders(gazetteer, "admin1:UA.05"))
    assert {"region:kurdistan-iraq", "country:IQ"} <= set(holders(gazetteer, "admin1:IQ.11"))
    assert {"region:european-union", "region:nato", "region:europe"} <= set(holders(gazetteer, "country:FR"))
    assert {"region:middle-east"} <= set(holders(gazetteer, "region:strait-of-hormuz"))
    assert {"admin1:IQ.18", "country:IQ"} <= set(holders(gazetteer, "region:camp-speicher"))
    assert "region:sahel" in holders(gazetteer, "country:ML")
    assert "country:UA" not in holders(gazetteer, "country:RU")


def test_every_place_begins_with_itself_and_repeats_nothing(gazetteer: Gazetteer) -> None:
    for region in ("country:IQ", "admin1:UA.05", "region:donbas", "geonames:99072", "region:kashmir-region"):
        within = holders(gazetteer, region)
        assert within[0] == region
        assert len(set(within)) == len(within)


@given(st.text(max_size=30))
@settings(deadline=None)
def test_any_name_may_be_asked_for(gazetteer: Gazetteer, name: str) -> None:
    for region in gazetteer.region_ids(name):
        assert gazetteer.place(region)


@pytest.mark.parametrize("name", KNOWN)
def test_words_tell_what_names_make_of_them(gazetteer: Gazetteer, name: str) -> None:
    first, *others = name_key(name).split(" ")
    if others:
        assert gazetteer.traits(first) & BEGINS_NAME
        assert gazetteer.traits(others[0]) & SECOND_IN_NAME
        assert gazetteer.begins(first, others[0])
    else:
        assert gazetteer.traits(first) & IS_NAME


def test_a_word_of_no_name_is_told_from_one(gazetteer: Gazetteer) -> None:
    names = IS_NAME | BEGINS_NAME | SECOND_IN_NAME | FAMED
    assert gazetteer.traits("guerrillas") & names == 0 < gazetteer.word("guerrillas")
    assert gazetteer.traits("chicago") & FAMED
    assert not gazetteer.traits("boulder") & FAMED
    assert gazetteer.traits("qqqqq") == gazetteer.word("qqqqq") == 0


@given(st.text(max_size=12) | st.sampled_from(["SALVADOR", "Chicago", "l'Aquila", "U.S.", "St.", "Córdoba"]))
@settings(deadline=None)
def test_a_word_is_read_as_its_key(gazetteer: Gazetteer, word: str) -> None:
    key = token_key(word)
    assert gazetteer.read(word) == (key, gazetteer.traits(key))


def test_a_name_begins_with_whole_words(gazetteer: Gazetteer) -> None:
    assert gazetteer.begins("san", "salvador")
    assert not gazetteer.begins("san", "salvad")
    assert not gazetteer.begins("salvador", "san")


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


@pytest.mark.parametrize("data", [b"", b"TOCSIN", b"NOTGAZET" + bytes(64), b"TOCSINGZ\xff\x00\x00\x00\x01\x00\x00\x00"])
def test_a_broken_file_is_told_from_a_good_one(data: bytes) -> None:
    with pytest.raises(GazetteerError, match="build it anew"):
        Gazetteer(data)


def test_a_missing_table_is_named(gazetteer: Gazetteer) -> None:
    with pytest.raises(GazetteerError, match="'nonsense'"):
        gazetteer.table("nonsense")
