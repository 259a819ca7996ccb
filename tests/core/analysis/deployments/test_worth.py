import pytest

from tocsin.core.analysis.deployments import DEPLOYMENT_SCANNER
from tocsin.core.analysis.deployments.worth import is_worth
from tocsin.core.analysis.text import read_document
from tocsin.core.model.article import Article


def worth(sentence: str, *, named: bool = True) -> bool:
    text = read_document(Article(id="a", title="", body=sentence)).body
    return is_worth(text.folded, DEPLOYMENT_SCANNER.hits(text.matches(DEPLOYMENT_SCANNER)), named=named)


@pytest.mark.parametrize(
    "sentence",
    [
        "France sent troops.",
        "The troops, officials said, were then sent home.",
        "The deployment of 500 soldiers went ahead.",
        "The brigade's deployment was put off.",
        "Ethiopia pulled out of Baidoa.",
        "Rebels took the town.",
        "The city has fallen.",
        "They opened a naval base.",
        "There are soldiers on the border.",
        "The warships which sailed into the gulf came back.",
    ],
)
def test_what_may_tell_of_a_movement_is_taken_apart(sentence: str) -> None:
    assert worth(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "He left home at nine.",
        "The troops sang because the minister moved them.",
        "There are many who say that the army lied.",
        "They opened a school.",
        "He left; the soldiers saw him.",
    ],
)
def test_what_cannot_is_not(sentence: str) -> None:
    assert not worth(sentence)


def test_a_conquest_needs_a_place() -> None:
    assert worth("THE REBELS CAPTURED HIM.")
    assert not worth("THE REBELS CAPTURED HIM.", named=False)
