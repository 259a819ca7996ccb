"""The Faust app, with every setting that our guarantees rest on."""

import tempfile
from pathlib import Path
from typing import Any

import faust

from tocsin.correlator.table import NAME, StoryTable
from tocsin.edge.kafka.clients import HEARTBEAT_MS, SESSION_TIMEOUT_MS, sasl_password, tls_context
from tocsin.edge.kafka.topics import MATCHES, PARTITIONS
from tocsin.edge.settings import Settings

APP_ID = "tocsin-correlator"
COMMIT_SECONDS = 0.5
STANDBYS = 1


def create_app(settings: Settings) -> faust.App:
    """A Faust app for these brokers. It makes no topics: ``tocsin topics`` does, with the settings they need."""
    data = Path(settings.data_dir or tempfile.mkdtemp(prefix="tocsin-")) / "correlator"
    data.mkdir(parents=True, exist_ok=True)
    return faust.App(
        APP_ID,
        broker=";".join(f"kafka://{server.strip()}" for server in settings.bootstrap_servers().split(",")),
        broker_credentials=_credentials(settings),
        broker_client_id=f"{APP_ID}-{settings.instance}" if settings.instance else APP_ID,
        broker_session_timeout=SESSION_TIMEOUT_MS / 1000,
        broker_heartbeat_interval=HEARTBEAT_MS / 1000,
        broker_commit_interval=COMMIT_SECONDS,
        consumer_group_instance_id=f"{APP_ID}-{settings.instance}" if settings.instance else None,
        consumer_auto_offset_reset="earliest",
        processing_guarantee="at_least_once",
        store="memory://",
        datadir=data,
        table_standby_replicas=STANDBYS,
        topic_partitions=PARTITIONS,
        topic_replication_factor=settings.replication_factor,
        topic_allow_declare=False,
        topic_disable_leader=True,
        stream_recovery_delay=0.0,
        web_enabled=False,
        autodiscover=False,
    )


def create_table(app: faust.App) -> StoryTable:
    """The table of stories: keys and values are raw bytes, which we decode; an undecodable one would hang recovery."""
    table = StoryTable(app, name=NAME, key_type=bytes, value_type=bytes, partitions=PARTITIONS)
    app.tables.add(table)
    return table


def matches_topic(app: faust.App) -> Any:
    """The topic of matches, raw."""
    return app.topic(
        MATCHES, key_type=bytes, value_type=bytes, key_serializer="raw", value_serializer="raw", allow_empty=True
    )


def _credentials(settings: Settings) -> faust.SASLCredentials | faust.SSLCredentials | None:
    encrypted = settings.security_protocol.endswith("SSL")
    if settings.security_protocol.startswith("SASL"):
        return faust.SASLCredentials(
            username=settings.sasl_username,
            password=sasl_password(settings),
            mechanism=settings.sasl_mechanism,
            ssl_context=tls_context(settings) if encrypted else None,
        )
    return faust.SSLCredentials(context=tls_context(settings)) if encrypted else None
