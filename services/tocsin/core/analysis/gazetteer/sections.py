"""Takes the data file apart into its sections, without copying."""

from tocsin.core.analysis.gazetteer.layout import HEAD, MAGIC, SECTION, VERSION
from tocsin.core.analysis.gazetteer.place import GazetteerError

Buffer = bytes | memoryview


def read_sections(data: Buffer) -> dict[str, memoryview]:
    """Section name → its bytes.

    Raises:
        GazetteerError: when the bytes are no gazetteer of this version, or not all of one.
    """
    view = memoryview(data).cast("B")
    remedy = "build it anew: pip install --no-build-isolation --editable ."
    if len(view) < HEAD.size:
        raise GazetteerError(f"the gazetteer's data file is empty or cut short; {remedy}")
    magic, version, count = HEAD.unpack_from(view)
    if magic != MAGIC or version != VERSION:
        raise GazetteerError(f"the gazetteer's data file is of another format or version than {VERSION}; {remedy}")
    found: dict[str, memoryview] = {}
    for number in range(count):
        name, offset, size = SECTION.unpack_from(view, HEAD.size + number * SECTION.size)
        if offset + size > len(view):
            raise GazetteerError(f"the gazetteer's data file is cut short; {remedy}")
        found[name.rstrip(b"\0").decode()] = view[offset : offset + size]
    return found
