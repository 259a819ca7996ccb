"""Configuration objects as the YAML that people write."""

import yaml

from tocsin.core.config import ConfigObject, as_plain


def to_yaml(item: ConfigObject) -> str:
    """One document: ``kind`` and ``id`` first, fields at their default left out."""
    return yaml.safe_dump(as_plain(item), sort_keys=False, allow_unicode=True, width=110)
