"""How the data file is made: tables, spellings, and the round trip of a small world."""

import pytest

from gazetteer import spellings, tables
from gazetteer.assemble import DEMONYM, NAME, Place, World
from gazetteer.pack import pack
from tocsin.core.analysis.gazetteer import Gazetteer

pytest.importorskip("faker", reason="the gazetteer's sources are not installed")
pytest.importorskip("symspellpy", reason="the gazetteer's sources are not installed")


def small_world() -> World:
    world = World()
    land = Place("country:XX", "country", "Ruritania", 1, 10.0, 20.0, 100.0, 6.0, "XX", groups=["region:far-away"])
    away = Place("region:far-away", "region", "Far Away", 0, 11.0, 21.0, 900.0, 6.5)
    part = Place("admin1:XX.01", "admin1", "Zenda", 2, 10.5, 20.5, 30.0, 5.0, "XX", admin1="admin1:XX.01")
    city = Place("geonames:3", "city", "Strelsau", 3, 10.6, 20.6, 5.0, 5.5, "XX", "admin1:XX.01", "admin1:XX.01")
    for place in (land, away, part, city):
        world.places[place.key] = place
        world.call(place, place.name, NAME)
    world.call(land, "Ruritanian", DEMONYM)
    return world


def test_what_is_packed_is_read_back() -> None:
    gazetteer = Gazetteer(pack(small_world(), "stamp"))
    city = gazetteer.place("geonames:3")
    assert city
    assert (city.name, city.kind, city.admin1, city.country) == ("Strelsau", "city", "Zenda", "XX")
    assert city.within == ("geonames:3", "admin1:XX.01", "country:XX", "region:far-away")
    assert city.lat == pytest.approx(10.6)
    assert city.lon == pytest.approx(20.6)
    assert gazetteer.region_ids("strelsau") == ("geonames:3",)
    assert gazetteer.region_ids(2) == ("admin1:XX.01",)
    (naming,) = gazetteer.namings("ruritanian")
    assert (naming.place.id, naming.manner) == ("country:XX", "demonym")
    assert gazetteer.region_ids("Ruritanian") == ()


def test_the_same_world_gives_the_same_bytes() -> None:
    assert pack(small_world(), "stamp") == pack(small_world(), "stamp")


def test_the_tables_are_sound() -> None:
    regions = tables.regions()
    assert len(regions) > 300
    slugs = [row.slug for row in regions]
    assert len(set(slugs)) == len(slugs)
    known = {f"region:{slug}" for slug in slugs}
    for row in regions:
        assert -90 <= row.lat <= 90
        assert -180 <= row.lon <= 180
        assert row.km > 0
        for other in (*row.within, *row.holds):
            assert not other.startswith("region:") or other in known, f"{row.slug}: {other}"
    for country in tables.countries().values():
        assert -90 <= country.lat <= 90
        assert -180 <= country.lon <= 180


@pytest.mark.parametrize(
    ("name", "aliases", "expected"),
    [
        ("N\u012bnaw\u00e1", ["Nineveh", "Nineveh Governorate"], "Nineveh"),
        ("\u0162ar\u0163\u016bs", ["Tartus Governorate"], "Tartus"),
        ("Ohio", [], "Ohio"),
        ("Konya", ["Konya Province"], "Konya"),
    ],
)
def test_divisions_get_the_name_that_english_has(name: str, aliases: list[str], expected: str) -> None:
    assert spellings.english(name, aliases) == expected


def test_the_arabic_article_may_be_left_out_or_written_otherwise() -> None:
    keys = set(spellings.keys("Ar-Raqqah", "SY"))
    assert {"ar raqqah", "raqqah", "al raqqah", "el raqqah"} <= keys
    assert set(spellings.keys("Al Tahoe", "US")) == {"al tahoe"}


@pytest.mark.parametrize(
    ("name", "usable"), [("Mosul", True), ("OSM", False), ("mwsl", False), ("\u041c\u043e\u0441\u0443\u043b", False)]
)
def test_codes_and_other_scripts_are_no_spellings(name: str, *, usable: bool) -> None:
    assert spellings.usable_alias(name) is usable


def test_names_are_printed_as_newspapers_do() -> None:
    assert spellings.plain("Tall \u2018Afar", "IQ") == "Tall Afar"
    assert spellings.plain("Al \u1e28ud\u0101ydah", "YE") == "Al Hudaydah"
    assert spellings.plain("S\u00e3o Paulo", "BR") == "S\u00e3o Paulo"
