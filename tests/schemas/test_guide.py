"""docs/topics.md names what the entries say. Its program is run by tests/e2e/test_topics_guide.py."""

import re
from typing import get_args

from tocsin.core.model.deadletter import DeadLetterReason
from tocsin.edge.kafka.headers import EventType
from tools.contract.topics import ROOT, Topic

GUIDE = (ROOT / "docs" / "topics.md").read_text(encoding="utf-8")
DAY_MS = 86_400_000


def test_the_table_agrees_with_the_entries(topics: dict[str, Topic]) -> None:
    rows = re.findall(r"^\| `(news\.\w+\.v1)` \|[^|]+\|[^|]+\| ([^|]+) \|$", GUIDE, re.MULTILINE)
    assert dict(rows) == {
        name: "compacted" if topic.compacted else f"{int(topic.config['retention.ms']) // DAY_MS} days"
        for name, topic in topics.items()
    }


def test_every_event_type_message_and_reason_is_named(topics: dict[str, Topic]) -> None:
    words = {*get_args(EventType), *get_args(DeadLetterReason), *topics["news.deliveries.v1"].messages}
    assert {word for word in words if f"`{word}`" not in GUIDE} == set()


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(((?!https?:)[^)#]+)", GUIDE)
    assert links
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []
