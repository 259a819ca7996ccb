"""The life of a story: what subscribers hear of it, when, and in which words."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

Make = Callable[..., Any]


def test_first_match_is_new_and_reprint_is_silent(rulebook: Make, match: Make) -> None:
    book = rulebook()
    first = book.fold(match("a"), 7).alerts
    assert [(a.kind, a.seq, a.reports, a.publishers) for a in first] == [("new", 7, 1, 1)]
    assert first[0].tolls[0].max == 279
    assert not book.fold(match("b", minutes=5, publisher="Daily Copy"), 8).alerts
    story = book.kept[first[0].story]
    assert story.count == 2
    assert story.families == ("reuters",), "a copy counts for the publisher whose words it has"


def test_second_event_in_another_town_opens_its_own_story(rulebook: Make, match: Make) -> None:
    book = rulebook()
    book.fold(match("a"), 1)
    other = "Gunmen opened fire on a wedding party in Kirkuk, leaving 12 dead, police officials said."
    alerts = book.fold(
        match(
            "b",
            other,
            minutes=60,
            tolls=(("killed", 12, "stated"),),
            places=("geonames:94787", "admin1:IQ.13", "country:IQ"),
        ),
        2,
    ).alerts
    assert [a.kind for a in alerts] == ["new"]


def test_update_waits_for_quiet_and_is_told_when_the_clock_moves_on(rulebook: Make, match: Make) -> None:
    book = rulebook(quiet_for=timedelta(hours=2))
    book.fold(match("a"), 1)
    assert not book.fold(match("b", minutes=30, tolls=(("killed", 310, "stated"),), publisher="AP"), 2).alerts
    elsewhere = "A ferry capsized on the river near Basra; rescuers pulled bodies from the water, officials said."
    alerts = book.fold(
        match("z", elsewhere, minutes=121, places=("geonames:99532", "admin1:IQ.02", "country:IQ")), 3
    ).alerts
    assert sorted(a.kind for a in alerts) == ["new", "update"]
    update = next(a for a in alerts if a.kind == "update")
    assert update.seq == 3
    assert update.changes == ("killed: 279 → 310",)
    assert update.new_reports == 1


def test_a_repeat_tells_a_held_update_once_the_log_has_been_quiet(rulebook: Make, match: Make) -> None:
    book = rulebook(quiet_for=timedelta(hours=2))
    first, second = match("a"), match("b", minutes=1, tolls=(("killed", 310, "stated"),), publisher="AP")
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    book.fold(first, 1, logged=noon)
    assert not book.fold(second, 2, logged=noon + timedelta(minutes=1)).alerts
    assert book.fold(second, 3, logged=noon + timedelta(minutes=119)).repeat
    told = book.fold(second, 4, logged=noon + timedelta(minutes=120)).alerts
    assert [(a.kind, a.seq, a.changes) for a in told] == [("update", 4, ("killed: 279 → 310",))]
    assert book.fold(second, 5, logged=noon + timedelta(minutes=600)).repeat


def test_escalation_goes_out_at_once(rulebook: Make, match: Make) -> None:
    book = rulebook(escalate_when={"killed": "doubles"})
    book.fold(match("a", tolls=(("killed", 20, "stated"),)), 1)
    assert not book.fold(match("b", minutes=1, tolls=(("killed", 39, "stated"),), publisher="AP"), 2).alerts
    alerts = book.fold(match("c", minutes=2, tolls=(("killed", 40, "stated"),), publisher="AFP"), 3).alerts
    assert [(a.kind, a.changes[0]) for a in alerts] == [("escalation", "killed: 20 → 40")]


def test_an_alert_tells_which_escalation_was_the_newest(rulebook: Make, match: Make) -> None:
    book = rulebook(escalate_when={"killed": "doubles"}, quiet_for=timedelta(0))
    for seq, killed in enumerate((20, 25, 50, 60, 120), start=1):
        book.fold(match(f"a{seq}", minutes=seq, tolls=(("killed", killed, "stated"),), publisher=f"P{seq}"), seq)
    assert [(a.kind, a.escalated) for a in book.alerts] == [
        ("new", None),
        ("update", None),
        ("escalation", 3),
        ("update", 3),
        ("escalation", 5),
    ]


def test_a_number_escalates_once(rulebook: Make, match: Make) -> None:
    book = rulebook(escalate_when={"killed": 50}, quiet_for=timedelta(days=1))
    book.fold(match("a", tolls=(("killed", 20, "stated"),)), 1)
    kinds = [
        [
            a.kind
            for a in book.fold(match(f"b{n}", minutes=n, tolls=(("killed", n, "stated"),), publisher=f"P{n}"), n).alerts
        ]
        for n in (30, 50, 60, 70)
    ]
    assert kinds == [[], ["escalation"], [], []]


def test_higher_severity_escalates(rulebook: Make, match: Make) -> None:
    book = rulebook()
    book.fold(match("a"), 1)
    alerts = book.fold(match("b", minutes=1, severity="critical", publisher="AP"), 2).alerts
    assert [(a.kind, a.severity, a.changes) for a in alerts] == [
        ("escalation", "critical", ("severity: warning → critical",))
    ]


def test_unverified_toll_is_confirmed(rulebook: Make, match: Make) -> None:
    book = rulebook(quiet_for=timedelta(0))
    book.fold(match("a", tolls=(("killed", 279, "unverified"),)), 1)
    own_words = "At least 279 people died when attackers raided the al-Nasr market in Mosul, the governor confirmed."
    alerts = book.fold(match("b", own_words, minutes=90, publisher="AP"), 2).alerts
    assert [(a.kind, a.changes) for a in alerts] == [("update", ("killed: now confirmed by 2 sources",))]
    assert alerts[0].confidence > book.alerts[0].confidence


def test_copies_do_not_raise_confidence(rulebook: Make, match: Make) -> None:
    book = rulebook(quiet_for=timedelta(0))
    book.fold(match("a"), 1)
    alerts = book.fold(match("b", minutes=1, tolls=(("killed", 280, "stated"),), publisher="Mirror Site"), 2).alerts
    assert alerts[0].confidence == book.alerts[0].confidence


def test_an_edit_is_a_revision_of_itself(rulebook: Make, match: Make) -> None:
    book = rulebook(quiet_for=timedelta(0))
    book.fold(match("a"), 1)
    rewritten = "Correction: health officials now say the number of dead in the northern city is lower than thought."
    alerts = book.fold(match("a", rewritten, minutes=400, revision="r2", tolls=(("killed", 200, "stated"),)), 2).alerts
    assert [(a.kind, a.changes, a.reports) for a in alerts] == [("update", ("killed: 279 → 200",), 1)]


def test_an_older_state_of_an_article_changes_nothing(rulebook: Make, match: Make) -> None:
    book = rulebook(quiet_for=timedelta(0))
    book.fold(match("a", revision="r2", fetched=60), 1)
    outcome = book.fold(match("a", revision="r1", fetched=0, tolls=(("killed", 5, "stated"),)), 2)
    assert outcome.repeat
    assert not outcome.alerts


def test_withdrawal_by_the_source(rulebook: Make, match: Make, retraction: Make) -> None:
    book = rulebook()
    book.fold(match("a"), 1)
    alerts = book.fold(retraction("a"), 2).alerts
    assert [(a.kind, a.seq, a.tolls) for a in alerts] == [("withdrawal", 2, ())]
    assert not book.fold(retraction("a"), 3).alerts
    assert book.fold(retraction("unknown"), 4).repeat


def test_a_story_with_other_reports_outlives_a_withdrawal(rulebook: Make, match: Make, retraction: Make) -> None:
    book = rulebook(quiet_for=timedelta(0))
    book.fold(match("a"), 1)
    own_words = (
        "Gunmen stormed a market in Mosul, and shoppers fled as they opened fire, medics at the al-Nasr site said."
    )
    book.fold(match("b", own_words, minutes=5, tolls=(("killed", 250, "stated"),), publisher="AP"), 2)
    alerts = book.fold(retraction("a"), 3).alerts
    assert [(a.kind, a.changes) for a in alerts] == [("update", ("killed: 279 → 250",))]


def test_denied_by_who_made_the_claim(rulebook: Make, match: Make) -> None:
    book = rulebook(floors={"killed": 10})
    book.fold(match("a"), 1)
    alerts = book.fold(match("b", minutes=9, tolls=(("killed", 279, "denied"),)), 2).alerts
    assert [(a.kind, a.changes) for a in alerts] == [
        ("withdrawal", ("killed: denied by reuters, who had reported it",))
    ]


def test_toll_below_what_fired_it(rulebook: Make, match: Make) -> None:
    book = rulebook(floors={"killed": 10})
    book.fold(match("a", tolls=(("killed", 12, "stated"),)), 1)
    alerts = book.fold(match("a", revision="r2", fetched=30, tolls=(("killed", 3, "stated"),)), 2).alerts
    assert [(a.kind, a.changes) for a in alerts] == [
        ("withdrawal", ("killed: 12 → 3, below the 10 that fires the rule",))
    ]
    again = book.fold(match("c", minutes=40, tolls=(("killed", 15, "stated"),), publisher="AP"), 3).alerts
    assert not again, "an update keeps its distance from the withdrawal too"


def test_a_second_place_is_a_change_and_a_part_of_the_first_is_not(rulebook: Make, match: Make) -> None:
    book = rulebook(quiet_for=timedelta(0))
    book.fold(match("a"), 1)
    inside = ("geonames:1", "geonames:99072", "admin1:IQ.15", "country:IQ")
    assert not book.fold(match("b", minutes=1, places=inside), 2).alerts
    alerts = book.fold(match("c", minutes=2, places=("geonames:95446", "admin1:IQ.11", "country:IQ")), 3).alerts
    assert [a.changes for a in alerts] == [("also in geonames:95446",)]


def test_stories_close_and_are_let_go_by_the_rules_event_time(rulebook: Make, match: Make) -> None:
    book = rulebook(window=timedelta(days=1))
    first = book.fold(match("a"), 1).changed[0].story.id
    again = book.fold(match("b", minutes=60 * 24 * 2), 2)
    assert [a.kind for a in again.alerts] == ["new"], "the same words two days on are another story"
    book.fold(match("c", minutes=60 * 24 * 2 + 1), 3)
    assert first not in book.kept or first not in book.table
    assert len(book.table) == 1


def test_late_articles_are_folded_as_they_arrive(rulebook: Make, match: Make) -> None:
    book = rulebook(quiet_for=timedelta(0))
    book.fold(match("b", minutes=120), 1)
    alerts = book.fold(match("a", minutes=0, tolls=(("killed", 200, "stated"),), publisher="AP"), 2).alerts
    assert not alerts, "a lower number from earlier is overtaken, not news"
    assert len(book.table) == 1


def test_another_actor_escalates_and_the_first_does_not(rulebook: Make, match: Make) -> None:
    book = rulebook(escalate_on_actor=True)
    book.fold(match("a", actors=("US",)), 1)
    assert not book.fold(match("b", minutes=1, actors=("US",), publisher="AP"), 2).alerts
    alerts = book.fold(match("c", minutes=2, actors=("IR", "US"), publisher="AFP"), 3).alerts
    assert [(a.kind, a.changes[0]) for a in alerts] == [("escalation", "another actor: IR")]
    assert not book.fold(match("d", minutes=3, actors=("IR",), publisher="dpa"), 4).alerts


def test_where_no_rule_asks_for_it_an_actor_is_no_escalation(rulebook: Make, match: Make) -> None:
    book = rulebook(quiet_for=timedelta(0))
    book.fold(match("a", actors=("US",)), 1)
    alerts = book.fold(match("c", minutes=2, actors=("IR",), publisher="AFP"), 3).alerts
    assert [a.kind for a in alerts] == ["update"], "it is a movement more, and told as such"


def test_a_denial_by_another_is_told_beside_the_toll(rulebook: Make, match: Make) -> None:
    book = rulebook(quiet_for=timedelta(0), floors={"killed": 10})
    book.fold(match("a"), 1)
    own_words = "The ministry of defence called reports of a massacre at the al-Nasr market in Mosul baseless."
    denial = match("b", own_words, minutes=9, tolls=(("killed", 279, "denied"),), publisher="Ministry")
    alerts = book.fold(denial, 2).alerts
    assert [(a.kind, a.changes) for a in alerts] == [("update", ("killed: denied by ministry",))]
    assert [(t.min, t.max, t.status) for t in alerts[0].tolls] == [(279, 279, "stated")]


def test_a_toll_that_falls_but_still_fires_is_an_update(rulebook: Make, match: Make) -> None:
    book = rulebook(quiet_for=timedelta(0), floors={"killed": 10})
    book.fold(match("a", tolls=(("killed", 40, "stated"),)), 1)
    alerts = book.fold(match("a", revision="r2", fetched=30, tolls=(("killed", 14, "stated"),)), 2).alerts
    assert [(a.kind, a.changes) for a in alerts] == [("update", ("killed: 40 → 14",))]


def test_an_article_edited_so_that_it_fires_no_more_withdraws_its_story(
    rulebook: Make, match: Make, retraction: Make
) -> None:
    book = rulebook(quiet_for=timedelta(0))
    book.fold(match("a", tolls=(("killed", 40, "stated"),)), 1)
    alerts = book.fold(retraction("a", edited=True, fetched=30), 2).alerts
    assert [(a.kind, a.changes) for a in alerts] == [("withdrawal", ("corrected: no report says so any more",))]
    again = book.fold(match("a", revision="r3", fetched=200, minutes=200), 3).alerts
    assert [(a.kind, a.changes[0]) for a in again] == [("update", "reported again")]


def test_a_corrected_report_leaves_what_others_say(rulebook: Make, match: Make, retraction: Make) -> None:
    book = rulebook(quiet_for=timedelta(0))
    own_words = "Gunmen stormed a market in Mosul, and shoppers fled as they opened fire, medics at the site said."
    book.fold(match("a", tolls=(("killed", 40, "stated"),)), 1)
    book.fold(match("b", own_words, minutes=5, tolls=(("killed", 12, "stated"),), publisher="AP"), 2)
    alerts = book.fold(retraction("a", edited=True, fetched=30), 3).alerts
    assert [(a.kind, a.changes, a.links[0].publisher) for a in alerts] == [("update", ("killed: 40 → 12",), "AP")]


def test_an_edit_that_still_fires_the_rule_or_is_older_than_what_is_known_changes_nothing(
    rulebook: Make, match: Make, retraction: Make
) -> None:
    book = rulebook()
    book.fold(match("a", fetched=60), 1)
    assert book.fold(retraction("a", edited=True, fetched=90, rules=("iraq",)), 2).repeat
    assert book.fold(retraction("a", edited=True, fetched=30), 3).repeat
    assert book.fold(retraction("a", edited=True, fetched=90, rules=("another",)), 4).alerts
