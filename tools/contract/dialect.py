"""JSON Schema 2020-12 as we check it: formats and encodings are asserted, which the standard leaves open."""

import base64
import binascii
from collections.abc import Iterator
from typing import Any

import jsonschema
import msgspec
from jsonschema import Draft202012Validator, FormatChecker

from tocsin.core.model.base import UtcTime
from tools.contract.schema import Schema

FORMATS = FormatChecker(formats=())


@FORMATS.checks("date-time", raises=msgspec.ValidationError)
def _is_time(value: object) -> bool:
    """RFC 3339 with an offset. jsonschema checks this only with a further package, and is silent without it."""
    if isinstance(value, str):
        msgspec.convert(value, UtcTime)
    return True


def _is_base64(_: Any, encoding: object, value: object, __: object) -> Iterator[jsonschema.ValidationError]:
    """``contentEncoding``, which the standard leaves a remark: here it is an error when the text does not decode."""
    if encoding == "base64" and isinstance(value, str):
        try:
            base64.b64decode(value, validate=True)
        except binascii.Error as error:
            yield jsonschema.ValidationError(f"not base64: {error}")


_Validator: type[Draft202012Validator] = jsonschema.validators.extend(  # type: ignore[no-untyped-call]
    Draft202012Validator, {"contentEncoding": _is_base64}
)


def validator(schema: Schema) -> Draft202012Validator:
    """Checks values against this schema, formats and encodings included.

    Raises:
        jsonschema.SchemaError: It is no JSON Schema 2020-12.
    """
    _Validator.check_schema(schema)
    return _Validator(schema, format_checker=FORMATS)
