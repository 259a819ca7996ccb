"""What is found in sentences as news has them, and what is left alone."""

from collections.abc import Callable

import pytest

from tocsin.core.model.analysis import Place

Find = Callable[..., tuple[Place, ...]]

FOUND = {
    "Militants captured Mosul and Tikrit in Salahuddin province, police said.": [
        ("Mosul", "geonames:99072"),
        ("Tikrit", "geonames:90150"),
        ("Salahuddin", "admin1:IQ.18"),
    ],
    "Fighting raged in the Donetsk region near Bakhmut.": [("Donetsk", "admin1:UA.05"), ("Bakhmut", "geonames:713174")],
    "Shells fell on Kursk Oblast, the governor said.": [("Kursk Oblast", "admin1:RU.41")],
    "Syrian troops entered Deir al-Zor on Monday.": [("Syrian", "country:SY"), ("Deir al-Zor", "admin1:SY.07")],
    "Clashes continued near the Speicher base in Iraq.": [("Speicher", "region:camp-speicher"), ("Iraq", "country:IQ")],
    "Troops at Ramstein and Al Udeid were put on alert.": [
        ("Ramstein", "region:ramstein"),
        ("Al Udeid", "region:al-udeid"),
    ],
    "Houthi rebels fired at ships in the Red Sea and the Bab el-Mandeb strait, off Yemen.": [
        ("Red Sea", "region:red-sea"),
        ("Bab el-Mandeb", "region:bab-el-mandeb"),
        ("Yemen", "country:YE"),
    ],
    "Chinese ships blocked a boat near Second Thomas Shoal in the South China Sea.": [
        ("Chinese", "country:CN"),
        ("Second Thomas Shoal", "region:second-thomas-shoal"),
        ("South China Sea", "region:south-china-sea"),
    ],
    "The carrier entered the Gulf on Monday, Iranian television said.": [
        ("Gulf", "region:persian-gulf"),
        ("Iranian", "country:IR"),
    ],
    "Rigs across the Gulf were evacuated as the hurricane neared Louisiana and Texas.": [
        ("Gulf", "region:gulf-of-mexico"),
        ("Louisiana", "admin1:US.LA"),
        ("Texas", "admin1:US.TX"),
    ],
    "Troops clashed in Nagorno-Karabakh, officials in Baku said.": [
        ("Nagorno-Karabakh", "region:nagorno-karabakh"),
        ("Baku", "geonames:587084"),
    ],
    "Fighting between the rebels and Arab traders went on near Goma, Congo.": [
        ("Goma", "geonames:216281"),
        ("Congo", "country:CD"),
    ],
    "He moved from Springfield, Ill., to Paris, Texas.": [
        ("Springfield", "geonames:4250542"),
        ("Ill.", "admin1:US.IL"),
        ("Paris", "geonames:4717560"),
        ("Texas", "admin1:US.TX"),
    ],
    "A flood hit Laurel County, Ky., and parts of W.Va. on Sunday.": [
        ("Laurel County", "geonames:4297480"),
        ("Ky.", "admin1:US.KY"),
        ("W.Va.", "admin1:US.WV"),
    ],
    "People fled to Adré, Chad, from El Fasher.": [
        ("Adré", "geonames:245669"),
        ("Chad", "country:TD"),
        ("El Fasher", "geonames:379555"),
    ],
    "Explosions were heard in Łódź and Kraków, both in Poland.": [
        ("Łódź", "geonames:3093133"),
        ("Kraków", "geonames:3094802"),
        ("Poland", "country:PL"),
    ],
    "US and U.K. jets struck in the Middle East and the Horn of Africa.": [
        ("US", "country:US"),
        ("U.K.", "country:GB"),
        ("Middle East", "region:middle-east"),
        ("Horn of Africa", "region:horn-of-africa"),
    ],
    "In Georgia, the president of the country spoke in Tbilisi.": [
        ("Georgia", "country:GE"),
        ("Tbilisi", "geonames:611717"),
    ],
    "In Georgia, the governor spoke in Atlanta and Macon.": [
        ("Georgia", "admin1:US.GA"),
        ("Atlanta", "geonames:4180439"),
        ("Macon", "geonames:4207400"),
    ],
}


@pytest.mark.parametrize("text", FOUND)
def test_finds_the_place_that_the_text_means(find: Find, text: str) -> None:
    ids = [(place.text, place.within[0]) for place in find(text)]
    for expected in FOUND[text]:
        assert expected in ids


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Jack London wrote about wolves.", "London"),
        ("Paris Hilton was seen at a party.", "Paris"),
        ("Reading is fun, and he spent the day reading a book.", "Reading"),
        ("The turkey was served on good china.", "china"),
        ("Prime Minister Ali Hassan spoke to reporters.", "Hassan"),
        ("The Red Cross said on Monday that help was on its way.", "Red Cross"),
        ("She told us that all of us were safe.", "us"),
        ("Lincoln Smith and Victoria Jones were married in March.", "March"),
    ],
)
def test_leaves_people_and_everyday_words_alone(find: Find, text: str, word: str) -> None:
    assert word not in [place.text for place in find(text)]


def test_a_place_says_what_holds_it(find: Find) -> None:
    (mosul,) = [place for place in find("Militants captured Mosul, in northern Iraq.") if place.text == "Mosul"]
    assert mosul.kind == "city"
    assert mosul.name == "Mosul"
    assert mosul.geonames_id == 99072
    assert (mosul.admin1, mosul.country) == ("Nineveh", "IQ")
    assert mosul.lat == pytest.approx(36.335)
    assert mosul.lon == pytest.approx(43.119, abs=1e-3)
    assert mosul.radius_km is not None
    assert 1 < mosul.radius_km < 50
    assert mosul.within[0] == "geonames:99072"
    order = [mosul.within.index(holder) for holder in ("admin1:IQ.15", "country:IQ", "region:middle-east")]
    assert order == sorted(order)


def test_a_demonym_is_weaker_evidence_of_its_country(find: Find) -> None:
    (place,) = find("Officials met with Turkish diplomats.")
    assert (place.kind, place.name, place.country) == ("demonym", "Turkey", "TR")


@pytest.mark.parametrize(
    ("body", "known"),
    [
        ("Officials said that two Canadian soldiers were hurt.", ["Canada"]),
        ("A dozen Canadian civilians were hurt.", ["Canada"]),
        ("The Canadians are leaving, the admiral said.", ["Canada"]),
        ("The virus spread among Canadian pigs on Sunday.", []),
        ("She grew Canadian roses.", []),
    ],
)
def test_a_peoples_name_is_a_place_where_its_state_forces_or_victims_are_spoken_of(
    find: Find, body: str, known: list[str]
) -> None:
    assert [place.name for place in find(body)] == known


def test_the_dateline_is_told_apart(find: Find) -> None:
    baghdad, mosul = find("BAGHDAD (AP) \u2014 Militants captured Mosul on Tuesday, police said.")
    assert (baghdad.text, baghdad.role) == ("BAGHDAD", "dateline")
    assert (mosul.text, mosul.role) == ("Mosul", "mention")


def test_reads_copy_that_is_all_capitals(find: Find) -> None:
    text = (
        "SAN SALVADOR, 18 FEB 90 (DPA) -- HEAVY FIGHTING RAGED LAST NIGHT IN SAN MIGUEL AND USULUTAN, THE LARGEST "
        "CITIES IN EASTERN EL SALVADOR, WHEN A CAR BOMB KILLED THREE OF THEM. THE UNITED STATES GAVE US NO ANSWER."
    )
    found = {place.text: place.within[0] for place in find(text)}
    assert found["SAN SALVADOR"] == "geonames:3583361"
    assert found["EL SALVADOR"] == "country:SV"
    assert found["UNITED STATES"] == "country:US"
    assert {"SAN MIGUEL", "USULUTAN"} <= found.keys()
    assert not {"CAR", "US", "HEAVY", "THREE"} & found.keys()


def test_an_unknown_village_lies_where_the_text_puts_it(find: Find) -> None:
    places = {place.text: place for place in find("A landslide hit the village of Kavkaponi in Nepal, killing ten.")}
    village = places["Kavkaponi"]
    assert (village.country, village.geonames_id) == ("NP", None)
    assert "country:NP" in village.within
    assert village.radius_km is not None
    assert village.radius_km >= 50


@pytest.mark.parametrize("where", ["Kaya village in Zamfara state", "the village of Kaya, Zamfara"])
def test_a_village_lies_where_the_text_says_and_not_where_a_namesake_lies(find: Find, where: str) -> None:
    places = {place.text: place for place in find(f"Gunmen seized 73 pupils in {where}, police said.")}
    assert (places["Kaya"].country, places["Kaya"].geonames_id) == ("NG", None)
    assert places["Kaya"].lat == places["Zamfara"].lat


def test_a_list_puts_no_city_into_the_country_behind_it(find: Find) -> None:
    places = {place.text: place for place in find("Talks with the city of Paris, Germany and Italy failed.")}
    assert places["Paris"].country == "FR"


def test_places_come_in_order_the_titles_first(find: Find) -> None:
    places = find("Rain fell in London and Paris.", title="Storm over Berlin")
    assert [(place.field, place.text) for place in places] == [
        ("title", "Berlin"),
        ("body", "London"),
        ("body", "Paris"),
    ]


def test_offsets_point_into_the_original(find: Find) -> None:
    body = "<p>Shells hit <b>Khan&nbsp;Younis</b> &amp; Gaza.</p>\n<p>Then \u201cRafah\u201d fell.</p>"
    found = find(body)
    assert "Rafah" in [place.text for place in found]
    assert all(body[place.start : place.end] == place.text for place in found)
