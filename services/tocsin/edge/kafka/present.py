"""Whether topics are there, asked before a command would wait for one that nobody made."""

from tocsin.edge.kafka.clients import create_admin
from tocsin.edge.settings import Settings


class TopicMissingError(Exception):
    """A topic is not there yet; the message says how to create it."""

    def __init__(self, topic: str) -> None:
        super().__init__(f"topic {topic} is missing: run `tocsin topics`")


async def require_topics(settings: Settings, *names: str) -> None:
    """Return if the brokers list all of these topics. A Kafka client would wait for a missing one, most of a minute.

    Raises:
        TopicMissingError: One is missing.
        KafkaError: The brokers can't be reached.
    """
    admin = create_admin(settings)
    await admin.start()
    try:
        present = set(await admin.list_topics())
    finally:
        await admin.close()
    for name in names:
        if name not in present:
            raise TopicMissingError(name)
