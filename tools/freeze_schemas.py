"""Keeps what the schemas promise now as what later ones may only add to. Run at each release: make freeze-schemas."""

import json
import sys

from tools.contract.frozen import FROZEN, broken_promises, read_promise, topic_promise
from tools.contract.topics import read_topics


def main() -> int:
    """Writes ``schemas/frozen``; 1 and no change if anything that was promised is taken back."""
    promises = {name: topic_promise(topic) for name, topic in read_topics().items()}
    broken = [
        f"{name}: {problem}"
        for name, now in promises.items()
        if (before := read_promise(name)) is not None
        for problem in broken_promises(before, now)
    ]
    if broken:
        print(*broken, sep="\n", file=sys.stderr)
        print("Undo these, or make a v2 topic beside this one (CONTRIBUTING.md, Schemas).", file=sys.stderr)
        return 1
    FROZEN.mkdir(exist_ok=True)
    for name, now in promises.items():
        (FROZEN / f"{name}.json").write_text(json.dumps(now, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
