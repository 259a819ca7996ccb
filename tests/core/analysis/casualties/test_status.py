from collections.abc import Callable

import pytest

from tocsin.core.model.analysis import Casualty

Read = Callable[..., tuple[Casualty, ...]]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The war has killed 70,000 people in ten years.", "past"),
        ("More than 600 people have been killed there so far this year.", "past"),
        ("In a civil war in which 70,000 people have died, talks began.", "past"),
        ("About 1,000 members of the party have been killed since 1985.", "past"),
        ("The government says 300 judges were killed in the past ten years.", "past"),
        ("Some 40 people are killed on the road every month.", "past"),
        ("The deadliest attack since 2003 killed 40 people on Monday.", "stated"),
        ("A bomb killed 12 people on Monday in a city where hundreds have died this year.", "stated"),
        ("The president promised to investigate the murder of six priests.", "stated"),
        ("The plotters planned the murder of six judges.", "possible"),
        ("None of the passengers was hurt.", "denied"),
        ("There were no casualties.", "denied"),
        ("Doctors fear that 12 people are dead.", "possible"),
        ("Some 69 aid workers have been killed since the beginning of the conflict.", "past"),
        ("Two candidates have been killed in less than 40 days.", "past"),
        ("Shelling killed 300 people in two weeks of fighting.", "stated"),
        ("In October alone, their bombs killed 200 people.", "past"),
        ("A month-long battle for the town has left 3,000 people dead.", "past"),
        (
            "They killed 20,000 people, burned schools and took $17 million from banks over their ten year history.",
            "past",
        ),
        ("Colonel Vega gave the order to kill six priests.", "possible"),
        ("None of the four priests and about 100 refugees in the church was hurt.", "denied"),
        ("A bomb killed a guard who was at the gate at the time of the explosion.", "stated"),
        ("Seven soldiers -- not six -- were wounded.", "stated"),
        ("A guard who tried to prevent the attack was slightly wounded.", "stated"),
        ("Twelve people who had not fled were killed.", "stated"),
        ("The government promised to honour the six priests who were murdered on Monday.", "stated"),
        ("There may be 40 miners who were killed.", "possible"),
        ("Twelve people, who never wanted war, could be killed.", "possible"),
        ("Twelve people who were not hurt were sent home.", "denied"),
        ("Thousands of soldiers have given their lives for freedom.", "past"),
        ("Two officers gave their lives in the fire.", "stated"),
        ("The square will be named after Jaime Ruiz, who was killed in a crash.", "past"),
        ("Rebels claimed to have killed 12 soldiers.", "unverified"),
    ],
)
def test_status(sentence: str, status: str, read: Read) -> None:
    assert read(sentence)[0].status == status


def test_a_total_over_time_names_its_span_as_cue(read: Read) -> None:
    [casualty] = read("More than 600 people have been killed there so far this year.")
    assert casualty.cue is not None
    assert casualty.cue.text == "this year"


def test_the_source_is_kept(read: Read) -> None:
    [casualty] = read("Twelve people were killed in the blast, the health ministry said.")
    assert casualty.attribution is not None
    assert "ministry" in casualty.attribution.text
