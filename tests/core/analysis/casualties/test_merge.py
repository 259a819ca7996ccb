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


def totals(casualties: tuple[Casualty, ...]) -> list[tuple[str, int | None, int | None]]:
    return [(casualty.kind, casualty.min, casualty.total) for casualty in casualties]


def test_a_sum_beside_its_list_is_the_same_toll(read: Read) -> None:
    body = "Eight people were killed in Tumaco. Six farmers and two nurses were killed at dawn, police said."
    assert totals(read(body)) == [("killed", 6, 8), ("killed", 2, 8)]


def test_a_sum_broken_down_by_the_next_statements_is_the_same_toll(read: Read) -> None:
    body = "Thirty-five people died in the raid. Twenty-six of the dead were farmers killed at home, and 9 rebels died."
    parts = "Thirty-five people died in the raids. The army said 26 farmers were killed, and 9 rebels died in the town."
    assert ("killed", 35, 35) in totals(read(body))
    assert totals(read(parts)) == [("killed", 26, 35), ("killed", 9, 35)]


def test_two_elsewhere_are_no_sum_of_two_told_one_by_one(read: Read) -> None:
    body = "Two soldiers were killed near Tame. A priest and a nurse were killed in Cali."
    assert totals(read(body)) == [("killed", 2, 2), ("killed", 1, 2), ("killed", 1, 2)]


def test_what_is_certain_stays_beside_a_list_that_is_not(read: Read) -> None:
    body = "Eight people were killed in Tumaco. Villagers said six farmers and two nurses were killed at dawn."
    assert ("killed", 8, 8) in totals(read(body))


def test_those_counted_and_then_named_are_their_names(read: Read) -> None:
    body = "Soldiers killed two Peruvian reporters, Ana Ruiz and Juan Vega, on Monday."
    assert totals(read(body)) == [("killed", 1, 2), ("killed", 1, 2)]


def test_who_is_named_among_those_counted_is_told_beside_them(read: Read) -> None:
    body = "Gunmen killed nine people, including the union leader Elsa Ortiz, on Monday."
    assert totals(read(body)) == [("killed", 9, 9), ("killed", 1, 9)]
    assert read(body)[1].victims == "the union leader Elsa Ortiz"
    behind = "Nine people were hurt in the blast, among them Senator Luis Galan."
    assert totals(read(behind)) == [("injured", 9, 9), ("injured", 1, 9)]


def test_who_is_counted_among_others_is_not_told_again(read: Read) -> None:
    body = "Gunmen killed nine people, including two children and a nurse, on Monday."
    assert totals(read(body)) == [("killed", 9, 9)]
    listed = "Nine people, including the mayor, Pedro Vega, and two guards, were killed."
    assert ("killed", 9, 9) in totals(read(listed))


def test_the_badly_hurt_and_those_in_hospital_are_some_of_the_hurt(read: Read) -> None:
    for told in ("Six were hospitalised.", "Three were badly hurt.", "Two of the injured are children."):
        assert totals(read(f"Fourteen people were injured in the crush. {told}")) == [("injured", 14, 14)]
    assert totals(read("Six marchers were hospitalised.")) == [("injured", 6, 6)]
    others = "Fourteen people were injured in the crush. Six others were badly hurt in Leeds."
    assert totals(read(others)) == [("injured", 14, 14), ("injured", 6, 6)]


def test_a_part_of_what_may_come_is_told(read: Read) -> None:
    body = "Up to 40 people may have been killed. Two of them were killed on Monday, the mayor said."
    assert [(one.status, one.min) for one in read(body)] == [("possible", None), ("stated", 2)]


def test_a_name_and_what_is_said_of_it_are_one_victim(read: Read) -> None:
    for told in ("Juan Vega, a nurse from Tame, and two guards", "The mayor, Juan Vega, and two guards"):
        assert totals(read(f"{told} were killed.")) == [("killed", 1, 3), ("killed", 2, 3)]
    assert read("The mayor, Juan Vega, and two guards were killed.")[0].victims == "The mayor, Juan Vega"


def test_a_list_of_persons_is_no_apposition(read: Read) -> None:
    for told in (
        "Juan Vega, a nurse and two guards",
        "Juan Vega, Ana Ruiz, and two guards",
        "A priest, a nurse, and two guards",
    ):
        assert totals(read(f"{told} were killed.")) == [("killed", 1, 4), ("killed", 1, 4), ("killed", 2, 4)]
