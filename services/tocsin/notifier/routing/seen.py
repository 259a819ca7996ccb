"""Which revision of a story was routed last, as the deliveries topic tells."""

from collections.abc import Collection, Iterable

import msgspec

from tocsin.core.delivery.keys import parse_key, routed_key
from tocsin.core.model.delivery import Routed
from tocsin.core.model.ids import alert_id
from tocsin.edge.kafka.topics import DELIVERIES, PARTITIONS
from tocsin.edge.settings import Settings
from tocsin.notifier.reading import read_through


async def newest_revisions(
    settings: Settings, names: Collection[str], rules: Iterable[str]
) -> dict[str, tuple[str, int]]:
    """For each name (a story's id or its alert's) that somebody was told of: the alert's id and its newest revision.

    ``rules`` are the ids of those that the stories may be of.

    Raises:
        KafkaError: The broker can't be reached or refuses.
    """
    asked = {routed_key(name): name for name in names}
    asked |= {routed_key(alert_id(rule, name)): name for name in names for rule in rules}
    decoder = msgspec.json.Decoder(Routed)
    found: dict[str, tuple[str, int]] = {}
    async for record in read_through(settings, DELIVERIES, range(PARTITIONS)):
        name = asked.get(record.key or b"")
        if name is not None and record.value is not None:
            found[name] = parse_key(record.key).alert, decoder.decode(record.value).seq
    return found
