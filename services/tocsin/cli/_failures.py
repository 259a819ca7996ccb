"""Which exceptions are for people: a line that says what to do, and an exit code for scripts."""

from typing import NamedTuple

FAILED = 1
BAD_INPUT = 2


class Failure(NamedTuple):
    """What to print and how to exit."""

    text: str
    exit_code: int


def message_of(error: Exception) -> Failure | None:
    """The line for an expected failure, or None when the exception is a defect whose trace should be seen."""
    from tocsin.core.config import ConfigError
    from tocsin.edge.kafka.present import TopicMissingError
    from tocsin.edge.settings import SettingsError
    from tocsin.feeds.publish import TooLargeError

    if isinstance(error, (SettingsError, ConfigError, TooLargeError)):
        return Failure(str(error), BAD_INPUT)
    if isinstance(error, TopicMissingError):
        return Failure(str(error), FAILED)

    from aiokafka.errors import KafkaConnectionError, KafkaError

    from tocsin.edge.settings import load_settings

    if isinstance(error, KafkaConnectionError):
        servers = load_settings().bootstrap_servers()
        return Failure(f"no broker answers at {servers}: start one with `tocsin up`, or set TOCSIN_BROKERS", FAILED)
    if isinstance(error, KafkaError):
        return Failure(f"Kafka: {error}", FAILED)
    return None
