"""The build hook: makes the gazetteer's data file before the package is built."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GazetteerHook(BuildHookInterface[Any]):
    """Runs gazetteer/build.py for wheels and editable installs alike; nothing is fetched."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Build the data file where it is not up to date, and have it packaged although git ignores it."""
        sys.path.insert(0, self.root)
        try:
            from gazetteer.build import build  # noqa: PLC0415 - found only once the path is set

            data = build()
        finally:
            sys.path.remove(self.root)
        build_data["artifacts"].append(f"/{data.relative_to(Path(self.root)).as_posix()}")
