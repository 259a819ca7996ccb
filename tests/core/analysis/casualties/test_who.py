from collections.abc import Callable

import pytest

from tocsin.core.model.analysis import Casualty

Read = Callable[..., tuple[Casualty, ...]]


@pytest.mark.parametrize(
    ("sentence", "victims", "actors", "manner"),
    [
        ("Guerrillas killed three soldiers in an ambush.", "three soldiers", "Guerrillas", "ambush"),
        ("The Syrian army killed 12 rebels.", "12 rebels", "The Syrian army", None),
        ("Six priests were murdered by soldiers.", "Six priests", "soldiers", None),
        ("A car bomb killed 12 people in Kabul.", "12 people", None, "car bombing"),
        ("An air strike on Idlib killed 14 civilians.", "14 civilians", None, "air strike"),
        ("Two men were shot dead by police.", "Two men", "police", "shooting"),
        ("The suicide bomber killed 22 worshippers.", "22 worshippers", "The suicide bomber", "suicide bombing"),
        ("Islamic State beheaded 21 hostages.", "21 hostages", "Islamic State", "beheading"),
        ("The mass execution of 40 prisoners was filmed.", "40 prisoners", None, "mass execution"),
        ("Floods in Derna claimed the lives of 118 people.", "118 people", None, "flood"),
        ("The earthquake left 1,250 dead.", "1,250", None, "earthquake"),
        ("Gunmen kidnapped five oil workers.", "five oil workers", "Gunmen", "kidnapping"),
        ("The attack in Mosul killed nine shoppers.", "nine shoppers", None, None),
    ],
)
def test_victims_actors_and_manner(
    sentence: str, victims: str, actors: str | None, manner: str | None, read: Read
) -> None:
    casualty = read(sentence)[0]
    assert (casualty.victims, casualty.actors, casualty.manner) == (victims, actors, manner)


def test_one_statement_tells_its_total(read: Read) -> None:
    priests, women = read("Six Jesuit priests and two women were murdered.")
    assert (priests.min, women.min) == (6, 2)
    assert priests.total == women.total == 8


def test_named_victims_are_counted(read: Read) -> None:
    casualties = read("Juan Perez and Pedro Lopez were murdered.")
    assert [casualty.victims for casualty in casualties] == ["Juan Perez", "Pedro Lopez"]
    assert {casualty.total for casualty in casualties} == {2}
