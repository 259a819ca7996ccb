"""Writes ``schemas/config``: what editors complete config objects from. Run: python -m tools.write_config_schemas."""

import json
import sys
from pathlib import Path

from tocsin.core.config.schema import schema_files

FOLDER = Path(__file__).parent.parent / "schemas" / "config"


def outdated(folder: Path = FOLDER) -> dict[Path, str]:
    """The files that are missing or differ, with what should be in them."""
    wanted = {
        folder / name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for name, schema in schema_files().items()
    }
    return {
        path: text for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text
    }


def main(arguments: list[str]) -> int:
    """Writes what is out of date; with ``--check`` it only names it, and gives 1 if there is any."""
    if arguments not in ([], ["--check"]):
        print("usage: python -m tools.write_config_schemas [--check]", file=sys.stderr)
        return 2
    for path, text in (stale := outdated()).items():
        if arguments:
            print(f"{path.name} is out of date: run python -m tools.write_config_schemas", file=sys.stderr)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"wrote {path.name}")
    return 1 if arguments and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
