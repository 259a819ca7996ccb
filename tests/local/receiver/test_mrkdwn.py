"""Slack's markup as the stand-in shows it: readable, and nothing in it is obeyed."""

import pytest

from tocsin.local.receiver.mrkdwn import as_html, as_text


@pytest.mark.parametrize(
    ("mrkdwn", "text", "html"),
    [
        (
            "<https://a.example/x|Title &amp; more>",
            "Title & more (https://a.example/x)",
            '<a href="https://a.example/x" rel="noreferrer noopener">Title &amp; more</a>',
        ),
        ("<!date^1795^{date} {time}|2026-11-22 22:03 UTC>", "2026-11-22 22:03 UTC", "2026-11-22 22:03 UTC"),
        ("✅ by <@U012AB3CD>", "✅ by @stand-in", "✅ by @stand-in"),
        ("*Where:* Mosul", "Where: Mosul", "<b>Where:</b> Mosul"),
        ("&lt;script&gt;", "<script>", "&lt;script&gt;"),
        ("red\x1b[31m", "red[31m", "red[31m"),
    ],
)
def test_markup_is_shown_as_people_would_see_it(mrkdwn: str, text: str, html: str) -> None:
    assert as_text(mrkdwn) == text
    assert as_html(mrkdwn) == html
