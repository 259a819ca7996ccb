"""The broker's own configuration: one node that is broker and controller, on the loopback interface only."""

from collections.abc import Mapping

from tocsin.local.ports import LOOPBACK

LOG4J = """\
# Quiet: warnings, and the one line that tells that the broker is ready.
status = error
appender.out.type = Console
appender.out.name = out
appender.out.layout.type = PatternLayout
appender.out.layout.pattern = [%d] %p %m (%c)%n
rootLogger.level = warn
rootLogger.appenderRef.out.ref = out
logger.server.name = kafka.server.KafkaRaftServer
logger.server.level = info
"""

READY = "Kafka Server started"
"""What the server logs once it accepts requests and is unfenced."""


def server_properties(logs: str, port: int, controller_port: int, extra: Mapping[str, str]) -> str:
    """The content of server.properties. ``extra`` overrides what is here.

    ``logs`` is relative to the working directory: a path could not hold commas or letters beyond Latin 1 here.
    """
    properties = {
        "process.roles": "broker,controller",
        "node.id": "1",
        "listeners": f"PLAINTEXT://{LOOPBACK}:{port},CONTROLLER://{LOOPBACK}:{controller_port}",
        "advertised.listeners": f"PLAINTEXT://{LOOPBACK}:{port}",
        "controller.listener.names": "CONTROLLER",
        "inter.broker.listener.name": "PLAINTEXT",
        "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        # Voters as configuration, not as stored state: the controller's port may differ at the next start.
        "controller.quorum.voters": f"1@{LOOPBACK}:{controller_port}",
        "log.dirs": logs,
        # One node can hold one replica.
        "default.replication.factor": "1",
        "min.insync.replicas": "1",
        "offsets.topic.replication.factor": "1",
        "transaction.state.log.replication.factor": "1",
        "transaction.state.log.min.isr": "1",
        "share.coordinator.state.topic.replication.factor": "1",
        "share.coordinator.state.topic.min.isr": "1",
        # Few partitions, threads and buffers: it starts faster and fits in the heap.
        "offsets.topic.num.partitions": "4",
        "transaction.state.log.num.partitions": "2",
        "share.coordinator.state.topic.num.partitions": "2",
        "num.network.threads": "2",
        "num.io.threads": "4",
        "log.cleaner.dedupe.buffer.size": str(16 * 1024 * 1024),
        "log.index.size.max.bytes": str(1024 * 1024),
        # Groups form at once; nobody else is expected to join.
        "group.initial.rebalance.delay.ms": "0",
        # After an unclean end the controller waits out the former incarnation's session before it lets it in again.
        "broker.session.timeout.ms": "3000",
        "broker.heartbeat.interval.ms": "500",
        # A misspelt topic is an error, not a new topic: `tocsin topics` creates them.
        "auto.create.topics.enable": "false",
        **extra,
    }
    return "".join(f"{name}={value}\n" for name, value in properties.items())
