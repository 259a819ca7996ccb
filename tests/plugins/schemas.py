"""The fixture by which any test holds records to their topic's contract: key, headers, JSON Schema."""

import pytest

from tools.contract.validator import MessageValidator


@pytest.fixture(scope="session")
def schema_validator() -> MessageValidator:
    """``schema_validator.check(topic, value, key=..., headers=...)`` gives the message's name or raises."""
    return MessageValidator()
