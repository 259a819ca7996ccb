"""Writes the JSON Schemas and the AsyncAPI document from the model and ``schemas/topics``. Run: make schemas."""

import sys

from tools.contract.topics import SCHEMAS
from tools.contract.written import generated_files, outdated_files


def main(arguments: list[str]) -> int:
    """Names what it writes; with ``--check`` it writes nothing, and gives 1 if something is out of date."""
    if arguments not in ([], ["--check"]):
        print("usage: python -m tools.write_schemas [--check]", file=sys.stderr)
        return 2
    outdated = outdated_files()
    if arguments:
        for path in outdated:
            print(f"schemas/{path} is out of date: run make schemas", file=sys.stderr)
        return 1 if outdated else 0
    files = generated_files()
    for path in outdated:
        (SCHEMAS / path).write_text(files[path], encoding="utf-8")
        print(f"wrote schemas/{path}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
