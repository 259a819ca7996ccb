"""The build hook: makes the gazetteer's data file before the package is built, and on demand compiles hot modules."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuildHook(BuildHookInterface[Any]):
    """Runs gazetteer/build.py for wheels and editable installs alike, and hatch_compile.py for wheels where the
    environment says TOCSIN_COMPILE=1; nothing is fetched.
    """

    PLUGIN_NAME = "custom"
    _extensions: tempfile.TemporaryDirectory[str] | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Have the data file and the extensions, where they are wanted, packaged although git knows neither."""
        self._build_gazetteer(build_data)
        if self.target_name == "wheel" and version != "editable" and os.environ.get("TOCSIN_COMPILE") == "1":
            if _can_compile():
                self._compile(build_data)
            else:
                print("no C compiler with Python's headers here: the wheel is pure Python")  # noqa: T201 - for who builds

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - hatchling's signature
        """Throw the extensions away once they are in the wheel."""
        if self._extensions is not None:
            self._extensions.cleanup()

    def _build_gazetteer(self, build_data: dict[str, Any]) -> None:
        sys.path.insert(0, self.root)
        try:
            from gazetteer.build import build  # noqa: PLC0415 - found only once the path is set

            data = build()
        finally:
            sys.path.remove(self.root)
        build_data["artifacts"].append(f"/{data.relative_to(Path(self.root)).as_posix()}")

    def _compile(self, build_data: dict[str, Any]) -> None:
        self._extensions = tempfile.TemporaryDirectory()
        target, root = Path(self._extensions.name), Path(self.root)
        compiling = [sys.executable, str(root / "hatch_compile.py"), str(target)]
        subprocess.run(compiling, cwd=root / "services", check=True)  # noqa: S603 - all of it is ours
        made = (path for path in target.rglob("*") if path.is_file())
        build_data["force_include"] |= {str(path): path.relative_to(target).as_posix() for path in made}
        build_data |= {"infer_tag": True, "pure_python": False}


def _can_compile() -> bool:
    """Whether the compiler that extensions are made with is here, and Python's headers."""
    command = os.environ.get("CC") or sysconfig.get_config_var("CC") or "cl"
    headers = Path(sysconfig.get_path("include"), "Python.h")
    return shutil.which(command.split()[0]) is not None and headers.exists()
