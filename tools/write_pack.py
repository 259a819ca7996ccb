"""Writes ``evaluation/pack.yaml``, the rule pack in one file, from ``rules``. Run: python -m tools.write_pack."""

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACK = ROOT / "evaluation" / "pack.yaml"
_HEAD = "# What the rule pack as a whole alerts on. Written by tools/write_pack.py from rules/; change it there.\n"


def pack_text() -> str:
    """All rules and lists of the pack, tests aside."""
    files = sorted(path for path in (ROOT / "rules").glob("*.yaml") if not path.name.endswith(".test.yaml"))
    return _HEAD + "---\n".join(_without_comments(path.read_text(encoding="utf-8")) for path in files)


def _without_comments(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))


def main(arguments: list[str]) -> int:
    """Writes it; with ``--check`` it only tells whether it is out of date."""
    if arguments not in ([], ["--check"]):
        print("usage: python -m tools.write_pack [--check]", file=sys.stderr)
        return 2
    stale = not PACK.exists() or PACK.read_text(encoding="utf-8") != pack_text()
    if arguments and stale:
        print("evaluation/pack.yaml is out of date: run python -m tools.write_pack", file=sys.stderr)
    elif stale:
        PACK.write_text(pack_text(), encoding="utf-8")
        print("wrote evaluation/pack.yaml")
    return 1 if arguments and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
