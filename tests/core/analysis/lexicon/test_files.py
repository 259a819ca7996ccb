from importlib.resources import files
from pathlib import Path

import pytest

from tocsin.core.analysis.lexicon import read_phrases, read_sections
from tocsin.core.analysis.lexicon.files import mean, parse_sections

LIST = """\
# how the weather is
[fine]
sunny

# wet, in any form
[wet]
{,heavy ,light }{rain,drizzle,
    hail} in
    the morning
snow
"""


def phrases_of(text: str) -> dict[str, str]:
    return mean(parse_sections(text, "weather.txt"), {"fine": "fine", "wet": "wet"})


def test_a_pattern_a_line_means_what_its_section_means() -> None:
    assert phrases_of("[fine]\nsunny\n\n# rain\n[wet]\n{rain,hail}\n") == {
        "sunny": "fine",
        "rain": "wet",
        "hail": "wet",
    }


def test_an_indented_line_goes_on_after_a_comma_or_in_place_of_a_space() -> None:
    fine, wet = parse_sections(LIST, "weather.txt")
    assert (fine.name, fine.line, wet.name, wet.line) == ("fine", 2, "wet", 6)
    assert [(one.line, one.text) for one in wet.patterns] == [
        (7, "{,heavy ,light }{rain,drizzle,hail} in the morning"),
        (10, "snow"),
    ]


def test_of_sections_with_the_same_phrase_the_later_holds() -> None:
    assert phrases_of("[fine]\nclear\ndry\n[wet]\ndry\n") == {"clear": "fine", "dry": "wet"}


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("[fine]\nsunny\n\n[wett]\nrain\n", r"weather\.txt:4: \[wett\] is none of its sections: \[fine\], \[wet\]"),
        ("[fine]\nsunny\n[fine]\nclear\n", r"weather\.txt:3: .*there already.*: \[fine\]"),
        ("[fine\nsunny\n", r"weather\.txt:1: .*unfinished: \[fine"),
        ("# so\nsunny\n[fine]\n", r"weather\.txt:2: stands before the first heading: sunny"),
        ("[fine]\n  sunny\n", r"weather\.txt:2: goes on with no pattern: sunny"),
        ("[fine]\nsunny\nclear\nsunny\n", r"weather\.txt:4: stands on line 2 already: sunny"),
        ("[fine]\nsunny\n{clear,\n  bright\n", r"weather\.txt:3: a brace opens or ends alone: \{clear,bright"),
        ("[fine]\nsunny} day\n", r"weather\.txt:2: a brace opens or ends alone"),
        ("[fine]\n{a,{b,c}} day\n", r"weather\.txt:2: a brace opens or ends alone"),
        ("[wet]\nrain\n" + "{0,1,2,3,4,5,6,7,8,9}" * 4, r"weather\.txt:3: a pattern stands for 10000 phrases"),
    ],
)
def test_errors_name_file_and_line(text: str, error: str) -> None:
    with pytest.raises(ValueError, match=error):
        phrases_of(text)


def test_files_are_read_from_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = tmp_path / "sky" / "weather"
    (room / "phrases").mkdir(parents=True)
    (room / "__init__.py").touch()
    (room / "phrases" / "today.txt").write_text("[fine]\nensoleillé\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert read_phrases("sky.weather", "today", {"fine": 1}) == {"ensoleillé": 1}
    with pytest.raises(ValueError, match=r"^weather/phrases/today\.txt:1: \[fine\] is none"):
        read_phrases("sky.weather", "today", {"wet": 1})
    with pytest.raises(FileNotFoundError):
        read_sections("sky.weather", "tomorrow")


def test_files_have_no_other_ending() -> None:
    rooms = files("tocsin.core.analysis")
    for room in ("casualties", "deployments", "status", "topic"):
        assert all(file.name.endswith(".txt") for file in rooms.joinpath(room, "phrases").iterdir())
