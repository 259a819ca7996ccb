"""Which agency a text credits."""

import pytest

from tocsin.core.analysis.text.credit import agency_named, credit

BODY = "Gunmen stormed a market in Mosul on Monday, killing 41 people, officials said. " * 8


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"BAGHDAD (AP) -- {BODY}", "ap"),
        (f"BAGHDAD, June 16 (Reuters) - {BODY}", "reuters"),
        (f"MOSUL [Xinhua]: {BODY}", "xinhua"),
        (f"AFP - {BODY}", "afp"),
        (f"By Jane Doe, Associated Press\n\n{BODY}", "ap"),
        (f"By Jane Doe of The Associated Press\n{BODY}", "ap"),
        (f"{BODY}\n(AFP)", "afp"),
        (f"{BODY}\nSource: Press Trust of India", "pti"),
        (f"{BODY}\n\u00a9 2026 The Associated Press. All rights reserved.", "ap"),
        (BODY, None),
        (f"{BODY} A Reuters reporter saw smoke. {BODY}", None),
        (f"{BODY} The minister told Reuters that in 2014 Reuters had it wrong.", None),
        (f"A spokesman told AFP that troops had moved. {BODY}", None),
        (f"The party (PTI) - {BODY}", "pti"),
        ("", None),
    ],
)
def test_datelines_bylines_and_credit_lines(text: str, agency: str | None) -> None:
    assert credit(text) == agency


def test_an_agency_goes_by_several_names() -> None:
    assert {agency_named(name) for name in ("AP", "Associated Press", " the associated press ")} == {"ap"}
    assert agency_named("Example Times") is None
