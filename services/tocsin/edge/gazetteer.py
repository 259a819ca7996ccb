"""Loads the gazetteer's data file from the installed package."""

import mmap
from importlib.resources import as_file, files

from tocsin.core.analysis.gazetteer import Gazetteer, GazetteerError

FILE = "gazetteer.bin"
"""Made by hatch_build.py when the package is built; in ``tocsin/core/analysis/data``."""


def load_gazetteer() -> Gazetteer:
    """The gazetteer, its data mapped into memory, which all processes on a machine share.

    Raises:
        GazetteerError: when the data file is missing or broken; says how to build it.
    """
    resource = files("tocsin.core.analysis") / "data" / FILE
    try:
        with as_file(resource) as path, path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise GazetteerError(
            f"the gazetteer's data file {FILE} is missing from the package ({error}); install the package again, "
            "or in a checkout: make develop"
        ) from error
    return Gazetteer(memoryview(data))
