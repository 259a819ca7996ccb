"""Templates: what they may do, and that none can be used to keep us busy or to reach what is not the alert's."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.config.templates import MAX_SOURCE, Template, TemplateError

VALUES: dict[str, Any] = {
    "type": "tocsin.alert.new.v1",
    "data": {
        "headline": 'He said "no" & left',
        "severity": "critical",
        "labels": {"desk": "mena"},
        "places": [{"name": "Mosul", "country": "IQ"}, {"name": "Erbil", "country": "IQ"}],
        "tolls": [],
    },
}


def rendered(source: str) -> str:
    return Template(source).render(VALUES, 1000)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('{"text": {{ data.headline | tojson }}}', '{"text": "He said \\"no\\" \\u0026 left"}'),
        ("{% for place in data.places %}{{ place.name }}{{ ', ' if not loop.last }}{% endfor %}", "Mosul, Erbil"),
        ("{{ data.labels.get('desk') }} {{ data.labels['desk'] | upper }}", "mena MENA"),
        ("{{ data.places | map(attribute='name') | join('; ') }}", "Mosul; Erbil"),
        ("{% if data.tolls %}many{% else %}none{% endif %}", "none"),
        ("{{ data.severity ~ '!' }}", "critical!"),
    ],
)
def test_says_it_otherwise(source: str, expected: str) -> None:
    assert rendered(source) == expected


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("{{ data.headline", "line 1: unexpected end of template"),
        ("\n{% for x in data.places %}", "line 2: Unexpected end of template"),
        ("{% set x = 'a' %}{{ x }}", "set is not allowed"),
        ("{% macro m() %}{% endmacro %}", "macro is not allowed"),
        ("{% include 'secrets' %}", "include is not allowed"),
        ("{% import 'os' as os %}", "import is not allowed"),
        ("{{ range(1000000) }}", "a call, name(...) is not allowed"),
        ("{{ data.__class__.mro() }}", "a call, name(...) is not allowed"),
        ("{{ 'a' * 1000000000 }}", "* is not allowed"),
        ("{{ 9 ** 999999 }}", "** is not allowed"),
        ("{{ '%999999999d' % 1 }}", "% is not allowed"),
        ("{% for a in 'aaaaaaaa' %}{% endfor %}", "not over a literal"),
        ("{% for a in data.places recursive %}{% endfor %}", "recursive loops"),
        ("{% for a in data %}{% for b in a %}{% for c in b %}{% endfor %}{% endfor %}{% endfor %}", "at most 2 loops"),
        ("{{ data.headline | center(100000000) }}", "No filter named 'center'"),
        ("x" * (MAX_SOURCE + 1), "at most 10000 characters"),
        ("{{ " + "(" * 4000 + ")" * 4000, "too deeply"),
    ],
)
def test_refuses(source: str, problem: str) -> None:
    with pytest.raises(TemplateError) as told:
        Template(source)
    assert problem in str(told.value)


@pytest.mark.parametrize(
    "source", ["{{ data.nothing }}", "{{ data.headline.__class__ }}", "{{ data.headline | int + data.tolls }}"]
)
def test_what_the_alert_does_not_hold_is_an_error(source: str) -> None:
    with pytest.raises(TemplateError, match="while rendering"):
        rendered(source)


def test_a_long_text_ends_at_the_limit() -> None:
    with pytest.raises(TemplateError, match="past 10 characters"):
        Template("{% for place in data.places %}{{ place.name }}{{ place.country }}{% endfor %}").render(VALUES, 10)


@given(st.text(max_size=200))
def test_any_text_is_a_template_or_an_error_with_a_reason(source: str) -> None:
    try:
        Template(source).render(VALUES, 10_000)
    except TemplateError as error:
        assert str(error)  # noqa: PT017 - which texts are templates is what hypothesis finds


@given(st.text(max_size=300))
def test_json_stays_json_whatever_the_article_says(headline: str) -> None:
    text = Template('{"text": {{ data.headline | tojson }}}').render({"data": {"headline": headline}}, 10_000)
    assert json.loads(text) == {"text": headline}
