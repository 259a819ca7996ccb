"""The embedded broker: starts, serves, comes back, refuses, and never outlives its parent."""

import socket
from pathlib import Path

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from tocsin.local.broker import USUAL_PORT, EmbeddedBroker
from tocsin.local.errors import PortTakenError, StartError
from tocsin.local.ports import LOOPBACK


async def create_topic(bootstrap: str, name: str) -> None:
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    try:
        await admin.create_topics([NewTopic(name, num_partitions=1, replication_factor=1)])
    finally:
        await admin.close()


async def produce(bootstrap: str, topic: str, value: bytes) -> None:
    producer = AIOKafkaProducer(bootstrap_servers=bootstrap, enable_idempotence=True)
    await producer.start()
    try:
        await producer.send_and_wait(topic, value)
    finally:
        await producer.stop()


async def consume(bootstrap: str, topic: str, count: int) -> list[bytes]:
    consumer = AIOKafkaConsumer(topic, bootstrap_servers=bootstrap, auto_offset_reset="earliest")
    await consumer.start()
    try:
        return [bytes((await consumer.getone()).value) for _ in range(count)]
    finally:
        await consumer.stop()


async def test_what_is_produced_is_consumed(broker: EmbeddedBroker) -> None:
    await create_topic(broker.bootstrap, "local.round-trip")
    await produce(broker.bootstrap, "local.round-trip", b"a wire report")
    assert await consume(broker.bootstrap, "local.round-trip", 1) == [b"a wire report"]


async def test_acknowledged_records_are_there_after_a_stop_and_after_a_kill(tmp_path: Path) -> None:
    own = EmbeddedBroker(tmp_path, port=0)
    try:
        own.start()
        address = own.bootstrap
        await create_topic(address, "kept")
        await produce(address, "kept", b"before the stop")
        own.stop()
        assert own.poll() is not None
        own.start()
        assert own.bootstrap == address
        await produce(address, "kept", b"before the kill")
        own.kill()
        own.start()
        assert own.bootstrap == address
        assert await consume(address, "kept", 2) == [b"before the stop", b"before the kill"]
    finally:
        own.stop()


def test_another_port_is_taken_when_the_usual_one_is_in_use(tmp_path: Path) -> None:
    with socket.socket() as occupant:
        occupant.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            occupant.bind((LOOPBACK, USUAL_PORT))
            occupant.listen()
        except OSError:
            pass  # someone else has it: as good
        with EmbeddedBroker(tmp_path) as own:
            assert own.bootstrap != f"{LOOPBACK}:{USUAL_PORT}"
            with socket.create_connection((LOOPBACK, int(own.bootstrap.split(":")[1]))):
                pass


def test_a_port_that_was_asked_for_and_is_in_use_is_an_error(tmp_path: Path) -> None:
    with socket.socket() as occupant:
        occupant.bind((LOOPBACK, 0))
        occupant.listen()
        port = occupant.getsockname()[1]
        with pytest.raises(PortTakenError, match=f"Port {port} on 127.0.0.1 is in use"):
            EmbeddedBroker(tmp_path, port=port).start()


def test_two_brokers_do_not_share_a_directory(broker: EmbeddedBroker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tocsin.local.broker._UNLOCK_SECONDS", 0.2)
    with pytest.raises(StartError, match="Another broker runs on"):
        EmbeddedBroker(broker.data, port=0).start()


def test_it_listens_on_the_loopback_interface_only(broker: EmbeddedBroker) -> None:
    listeners = [
        line
        for line in (broker.data / "server.properties").read_text(encoding="utf-8").splitlines()
        if line.startswith(("listeners=", "advertised.listeners="))
    ]
    assert len(listeners) == 2
    for line in listeners:
        for listener in line.partition("=")[2].split(","):
            assert listener.partition("://")[2].startswith(f"{LOOPBACK}:")


def test_the_directory_may_have_any_name(tmp_path: Path) -> None:
    with EmbeddedBroker(tmp_path / "dätä, 数据: #1 %20 \\n", port=0) as own:
        assert (own.data / "logs" / "meta.properties").exists()


def test_java_that_cannot_run_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCSIN_JAVA", str(tmp_path / "no-java"))
    with pytest.raises(StartError, match="name another java program") as refused:
        EmbeddedBroker(tmp_path / "data", port=0).start()
    assert f"cannot run {tmp_path / 'no-java'}" in str(refused.value)


def test_a_file_where_the_directory_should_be_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StartError, match="Name another directory"):
        EmbeddedBroker(tmp_path / "file" / "data", port=0).start()
