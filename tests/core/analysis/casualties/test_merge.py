from collections.abc import Callable

from tocsin.core.model.analysis import Casualty

Read = Callable[..., tuple[Casualty, ...]]


def counts(casualties: tuple[Casualty, ...]) -> list[tuple[str, int | None]]:
    return [(casualty.kind, casualty.min) for casualty in casualties]


def test_a_toll_told_twice_is_one_record(read: Read) -> None:
    body = "A bomb killed 12 people in Kabul on Monday. The 12 people killed were shoppers, police said."
    assert counts(read(body)) == [("killed", 12)]


def test_title_and_body_tell_one_toll_and_the_body_more(read: Read) -> None:
    [casualty] = read("A bomb killed 12 shoppers in Kabul, police said.", "Kabul bomb kills 12")
    assert casualty.field == "body"
    assert casualty.attribution is not None


def test_what_the_body_doubts_the_title_does_not_make_certain(read: Read) -> None:
    body = "The army said it had killed 30 rebels. The figure could not be independently verified."
    assert [casualty.status for casualty in read(body, "Army kills 30 rebels")] == ["unverified"]


def test_a_part_does_not_add_to_its_whole(read: Read) -> None:
    body = "Nine people were killed in the raid. Two of them were children. Five of the nine were shot dead."
    assert counts(read(body)) == [("killed", 9)]


def test_two_persons_stay_two_records(read: Read) -> None:
    body = "A policeman was killed in Homs. A teacher was killed in Idlib."
    assert counts(read(body)) == [("killed", 1), ("killed", 1)]


def test_one_person_told_again_stays_one(read: Read) -> None:
    body = "Senator Luis Galan was murdered on Friday. The senator was killed at a rally. He was killed at dusk."
    assert counts(read(body)) == [("killed", 1)]


def test_who_was_shot_and_died_is_not_hurt_as_well(read: Read) -> None:
    body = "Two reporters were shot by soldiers on Monday. The two reporters died in hospital."
    assert counts(read(body)) == [("killed", 2)]


def test_different_tolls_stay_apart(read: Read) -> None:
    body = "A bomb killed 12 people in Kabul. In Herat, gunmen killed 5 soldiers and wounded 7."
    assert counts(read(body)) == [("killed", 12), ("killed", 5), ("injured", 7)]
