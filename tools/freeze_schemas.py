"""Keeps what the schemas promise now as what later ones may only add to. Run at each release: make freeze-schemas."""

import sys

from tools.contract.frozen import freeze


def main() -> int:
    """Writes ``schemas/frozen``; 1 and no change if anything that was promised is taken back."""
    problems = freeze()
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print("Undo these, or make a v2 topic beside this one (CONTRIBUTING.md, Schemas).", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
