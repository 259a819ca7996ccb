"""Logs for people and for programs."""

import logging
from collections.abc import Iterator

import pytest
import structlog

from tocsin.edge.logging import configure_logging
from tocsin.edge.settings import Settings


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()


def test_a_log_for_people_has_no_colours_where_nobody_sees_them(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(Settings(log_format="console"), "scorer")
    logging.getLogger("tocsin").warning("listens")
    said = capsys.readouterr().err
    assert "listens" in said
    assert "\x1b" not in said
