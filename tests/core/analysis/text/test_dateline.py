import pytest

from tocsin.core.analysis.text.document import Text


@pytest.mark.parametrize(
    "line",
    [
        "BAGHDAD (AP) \u2014",
        "BAGHDAD, June 16 (Reuters) -",
        "SAN SALVADOR, 3 JAN 90 (ACAN-EFE) --  [TEXT]",
        "CLANDESTINE, 20 NOV 89 (RADIO VENCEREMOS) -- [COMMUNIQUE] [TEXT]",
        "NEW DELHI:",
        "Cairo (dpa) -",
        "BAGHDAD/LONDON (Reuters) -",
        "(CNN) --",
        "AP -",
        "WASHINGTON \u2014",
        "KABUL, Afghanistan -",
        "BOGOTA, 30 AUG 89 (EFE) -- [TEXT]",
        "Beirut, Lebanon (AFP) \u2013",
        "TST1-MUC3-0001   GUATEMALA CITY, 4 FEB 90 (ACAN-EFE) -- [TEXT]",
    ],
)
def test_a_dateline_is_told_apart(line: str) -> None:
    text = Text("body", f"{line} Seven people were killed.")
    assert text.dateline is not None
    assert text.text[text.dateline[1] :] == "Seven people were killed."
    assert text.in_dateline(text.dateline[0] + 1)
    assert not text.in_dateline(len(text.text) - 1)


@pytest.mark.parametrize(
    "body",
    [
        "Seven people were killed in Mosul - all of them soldiers.",
        "The mayor of Lagos (who is 60) said: nobody died.",
        "POLICE: SEVEN PEOPLE WERE KILLED.",
        "BREAKING NEWS FROM THE CAPITAL",
        "He said - and he meant it - that it was over.",
    ],
)
def test_prose_is_no_dateline(body: str) -> None:
    assert Text("body", body).dateline is None


def test_a_dateline_may_follow_a_copy_of_the_title() -> None:
    title = Text("title", "Bomb kills seven people in Baghdad market")
    text = Text("body", "Bomb kills seven people in Baghdad market\n\nBAGHDAD (AP) - A bomb went off.", title)
    assert text.dateline is not None
    assert text.text[slice(*text.dateline)] == "BAGHDAD (AP) - "
