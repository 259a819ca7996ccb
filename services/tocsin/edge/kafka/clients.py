"""Producers, consumers and admin clients made from settings."""

import ssl
from typing import Any

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import CommitFailedError, IllegalGenerationError, RebalanceInProgressError, UnknownMemberIdError
from aiokafka.helpers import create_ssl_context

from tocsin.edge.settings import Settings

MAX_MESSAGE_BYTES = 1_048_576
"""Kafka's default message.max.bytes less overhead is what a broker takes; larger messages are refused here."""

SESSION_TIMEOUT_MS = 6_000
HEARTBEAT_MS = 2_000
"""A worker killed outright is taken over after the session's six seconds."""

MEMBERSHIP_LOST = (CommitFailedError, IllegalGenerationError, RebalanceInProgressError, UnknownMemberIdError)
"""A commit refused so: another worker has the partitions now and does the batch again. Ids are the same both times."""


def connection_options(settings: Settings) -> dict[str, Any]:
    """Keyword arguments that aiokafka's clients share: brokers, TLS, SASL.

    Raises:
        OSError: A file that the settings name can't be read.
    """
    options: dict[str, Any] = {
        "bootstrap_servers": settings.bootstrap_servers(),
        "security_protocol": settings.security_protocol,
        "client_id": f"tocsin-{settings.instance}" if settings.instance else "tocsin",
    }
    if settings.security_protocol.endswith("SSL"):
        options["ssl_context"] = tls_context(settings)
    if settings.security_protocol.startswith("SASL"):
        options["sasl_mechanism"] = settings.sasl_mechanism
        options["sasl_plain_username"] = settings.sasl_username
        options["sasl_plain_password"] = sasl_password(settings)
    return options


def tls_context(settings: Settings) -> ssl.SSLContext:
    """Verifies the broker against ``tls_ca_file`` (else the system's authorities) and shows our certificate, if any."""
    context: ssl.SSLContext = create_ssl_context(
        cafile=str(settings.tls_ca_file) if settings.tls_ca_file else None,
        certfile=str(settings.tls_cert_file) if settings.tls_cert_file else None,
        keyfile=str(settings.tls_key_file) if settings.tls_key_file else None,
    )
    return context


def sasl_password(settings: Settings) -> str:
    """The password itself, from the variable or the file that the settings name."""
    if settings.sasl_password is not None:
        return settings.sasl_password.get_secret_value()
    if settings.sasl_password_file is not None:
        return settings.sasl_password_file.read_text(encoding="utf-8").split("\n", 1)[0]
    return ""


def create_producer(settings: Settings, **options: Any) -> AIOKafkaProducer:
    """An idempotent producer that waits for all replicas. Start and stop it yourself."""
    return AIOKafkaProducer(
        **connection_options(settings),
        **{"enable_idempotence": True, "acks": "all", "linger_ms": 2, "max_request_size": MAX_MESSAGE_BYTES} | options,
    )


def create_consumer(settings: Settings, *topics: str, group: str | None = None, **options: Any) -> AIOKafkaConsumer:
    """A consumer that commits only when told to. With ``group`` it joins one, under ``settings.instance`` if set."""
    membership: dict[str, Any] = {}
    if group is not None:
        membership = {
            "group_id": group,
            "session_timeout_ms": SESSION_TIMEOUT_MS,
            "heartbeat_interval_ms": HEARTBEAT_MS,
            "group_instance_id": f"{group}-{settings.instance}" if settings.instance else None,
        }
    defaults = {"enable_auto_commit": False, "auto_offset_reset": "earliest"}
    return AIOKafkaConsumer(*topics, **connection_options(settings), **membership, **(defaults | options))


def create_admin(settings: Settings) -> AIOKafkaAdminClient:
    """An admin client. Start and close it yourself."""
    return AIOKafkaAdminClient(**connection_options(settings))
