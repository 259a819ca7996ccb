"""Whether an AsyncAPI document hangs together: what its JSON Schema can't see."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.contract.asyncapi import Document


def reference_problems(document: Document, folder: Path) -> list[str]:
    """References that lead nowhere, and messages or channels that nothing uses; ``folder`` holds the document."""
    references = list(_references(document, "#"))
    problems = [
        f"{place}: {reference} leads nowhere"
        for place, reference in references
        if not _exists(reference, document, folder)
    ]
    targets = {reference for _, reference in references}
    problems += [
        f"#/{kind}: {name} is not used"
        for kind, names in (
            ("components/messages", document.get("components", {}).get("messages", {})),
            ("channels", document.get("channels", {})),
        )
        for name in names
        if f"#/{kind}/{name}" not in targets
    ]
    return problems


def _references(node: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "$ref":
                yield place, value
            else:
                yield from _references(value, f"{place}/{key}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from _references(value, f"{place}/{number}")


def _exists(reference: str, document: Document, folder: Path) -> bool:
    if not reference.startswith("#/"):
        return (folder / reference).is_file()
    node: Any = document
    for part in reference.removeprefix("#/").split("/"):
        if not isinstance(node, dict) or part not in node:
            return False
        node = node[part]
    return True
