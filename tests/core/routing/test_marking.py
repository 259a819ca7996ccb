"""Which messages are to show an acknowledgement."""

from datetime import UTC, datetime, timedelta

import pytest

from tocsin.core.delivery.outbox import Placed
from tocsin.core.model.delivery import Shown
from tocsin.core.model.subscription import Silence
from tocsin.core.routing.marking import marks, shows_already
from tocsin.core.routing.silencing import acknowledgement_of

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def shown(alert: str = "a", marked: str = "", escalated: int | None = None) -> dict[str, dict[str, Placed]]:
    message = Shown(subscription="s", alert=alert, ts="1.2", channel="C1", marked=marked, escalated=escalated)
    return {alert: {"s": Placed(message, 7)}}


def acknowledged(alert: str = "a", seq: int = 5, author: str = "ana", marked: str = "") -> Silence:
    return acknowledgement_of(alert, seq, NOW + timedelta(days=7), author, since=NOW, marked=marked)


def versions(messages: dict[str, dict[str, Placed]], *silences: Silence, now: datetime = NOW) -> list[str]:
    return [mark.version for mark in marks(messages, silences, now)]


def test_a_message_is_marked_once_and_again_for_another_author() -> None:
    (version,) = versions(shown(), acknowledged())
    assert version
    assert versions(shown(marked=version), acknowledged()) == []
    (other,) = versions(shown(marked=version), acknowledged(author="ben"))
    assert other not in ("", version)


def test_taken_back_it_loses_its_mark_and_ended_by_time_it_keeps_it() -> None:
    (version,) = versions(shown(), acknowledged())
    assert versions(shown(marked=version)) == [""]
    assert versions(shown(marked=version), acknowledged(), now=NOW + timedelta(days=8)) == []
    assert versions(shown()) == []


@pytest.mark.parametrize(("escalated", "count"), [(None, 1), (5, 1), (6, 0)])
def test_a_message_of_an_escalation_that_nobody_has_seen_is_not_marked(escalated: int | None, count: int) -> None:
    assert len(versions(shown(escalated=escalated), acknowledged(seq=5))) == count


def test_other_silences_and_other_stories_mark_nothing() -> None:
    silence = acknowledged()
    plain = Silence(id="drill", match=silence.match, until=silence.until, reason="drill")
    assert versions(shown(), plain, acknowledged("b")) == []


def test_the_message_whose_button_was_pressed_shows_it_already() -> None:
    message = shown()["a"]["s"].shown
    assert shows_already(acknowledged(marked="C1/1.2"), message)
    assert not shows_already(acknowledged(marked="C2/1.2"), message)
    assert not shows_already(acknowledged(), message)
