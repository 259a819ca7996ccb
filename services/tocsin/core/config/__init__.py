"""Config objects: YAML text that people write to structs, with problems that name place and remedy."""

from tocsin.core.config.durations import parse_duration
from tocsin.core.config.errors import ConfigError, Problem
from tocsin.core.config.objects import (
    KINDS,
    ConfigObject,
    as_plain,
    config_key,
    content_version,
    decode_object,
    encode_object,
    kind_of,
)
from tocsin.core.config.parse import Parsed, parse_config, parse_objects

__all__ = [
    "KINDS",
    "ConfigError",
    "ConfigObject",
    "Parsed",
    "Problem",
    "as_plain",
    "config_key",
    "content_version",
    "decode_object",
    "encode_object",
    "kind_of",
    "parse_config",
    "parse_duration",
    "parse_objects",
]
