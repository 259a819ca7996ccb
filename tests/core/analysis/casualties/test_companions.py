from tocsin.core.analysis.casualties.companions import NEEDED
from tocsin.core.analysis.casualties.triggers import TRIGGERS


def test_companions_are_sought_of_words_of_harm_and_no_others() -> None:
    assert NEEDED.keys() == TRIGGERS.keys()


def test_a_set_phrase_has_a_companion_as_a_word_has() -> None:
    needed = NEEDED["to leave"]
    assert needed is not None
    for said, stands in (("the army told 3,000 villagers to leave", True), ("3,000 villagers mean to leave", False)):
        assert needed.stands_in(said, 0, len(said)) is stands
