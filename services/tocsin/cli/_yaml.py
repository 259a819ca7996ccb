"""Configuration objects as the YAML that people write."""

import msgspec
import yaml

from tocsin.core.model.snapshot import ConfigObject


def to_yaml(item: ConfigObject) -> str:
    """One document: ``kind`` and ``id`` first, fields at their default left out."""
    fields = msgspec.to_builtins(item)
    defaults = {f.encode_name: _default(f) for f in msgspec.structs.fields(type(item))}
    kept = {k: v for k, v in fields.items() if k in ("kind", "id") or k not in defaults or v != defaults[k]}
    ordered = {k: kept[k] for k in ("kind", "id") if k in kept} | kept
    return yaml.safe_dump(ordered, sort_keys=False, allow_unicode=True, width=110)


def _default(field: msgspec.structs.FieldInfo) -> object:
    if field.default is not msgspec.NODEFAULT:
        return msgspec.to_builtins(field.default)
    if field.default_factory is not msgspec.NODEFAULT:
        return msgspec.to_builtins(field.default_factory())
    return msgspec.NODEFAULT
