"""What docker-compose.yml and the Dockerfile say fits what this package has. Nothing here needs Docker."""

from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from tocsin.cli import tocsin
from tocsin.local.jars import kafka_version

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def services() -> dict[str, dict[str, Any]]:
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    found: dict[str, dict[str, Any]] = compose["services"]
    return found


def dockerfile() -> list[str]:
    return (ROOT / "deploy" / "Dockerfile").read_text(encoding="utf-8").splitlines()


def test_each_container_runs_a_command_that_exists(services: dict[str, dict[str, Any]]) -> None:
    context = click.Context(tocsin)
    known = tocsin.list_commands(context)
    ours = {name: service for name, service in services.items() if name != "kafka"}
    assert {"topics", "config", "scorer", "correlator", "notifier", "console", "receiver", "publish"} <= set(ours)
    for service in ours.values():
        assert service["command"][0] in known
        assert service["image"] == "tocsin:local"


def test_options_in_commands_exist(services: dict[str, dict[str, Any]]) -> None:
    context = click.Context(tocsin)
    for service in services.values():
        words = service.get("command", [])
        if words:
            command = tocsin.get_command(context, words[0])
            assert command is not None
            options = {option for parameter in command.params for option in parameter.opts}
            assert {word.partition("=")[0] for word in words if word.startswith("--")} <= options


def test_ports_are_published_on_the_loopback_interface_only(services: dict[str, dict[str, Any]]) -> None:
    published = [port for service in services.values() for port in service.get("ports", [])]
    assert published
    assert all(port.startswith("127.0.0.1:") for port in published)


def test_our_containers_can_change_little(services: dict[str, dict[str, Any]]) -> None:
    for name, service in services.items():
        if name != "kafka":
            assert service["read_only"]
            assert service["cap_drop"] == ["ALL"]
            assert service["security_opt"] == ["no-new-privileges:true"]


def test_the_broker_is_the_version_that_is_embedded(services: dict[str, dict[str, Any]]) -> None:
    assert services["kafka"]["image"] == f"apache/kafka:{kafka_version()}"


def test_mounted_files_and_copied_ones_are_there(services: dict[str, dict[str, Any]]) -> None:
    mounts = [volume for service in services.values() for volume in service.get("volumes", [])]
    for mount in mounts:
        source = mount.partition(":")[0]
        assert not source.startswith(".") or (ROOT / source).is_dir(), mount
    for line in dockerfile():
        if line.startswith("COPY ") and "--from" not in line:
            for source in line.split()[1:-1]:
                assert (ROOT / source).exists(), line


def test_the_image_has_three_stages_and_ends_as_nobody() -> None:
    lines = dockerfile()
    stages = [number for number, line in enumerate(lines) if line.startswith("FROM ")]
    assert len(stages) == 3
    last = [line for line in lines[stages[-1] :] if line.startswith("USER ")]
    assert last
    assert "root" not in last[-1]
    assert not last[-1].startswith("USER 0")


def test_every_requirement_in_the_image_has_hashes() -> None:
    for line in dockerfile():
        if "pip install" in line and "requirement" in line:
            assert "--require-hashes" in line
    locked = (ROOT / "requirements" / "service.txt").read_text(encoding="utf-8").split("\n")
    pinned = [number for number, line in enumerate(locked) if "==" in line and not line.lstrip().startswith("#")]
    assert pinned
    for number in pinned:
        assert locked[number + 1].lstrip().startswith("--hash=sha256:"), locked[number]
