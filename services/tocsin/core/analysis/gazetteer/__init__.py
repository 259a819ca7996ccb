"""The world's places by name and by id, and what lies in what."""

from tocsin.core.analysis.gazetteer.gazetteer import Gazetteer
from tocsin.core.analysis.gazetteer.place import GazetteerError, KnownPlace, Naming

__all__ = ["Gazetteer", "GazetteerError", "KnownPlace", "Naming"]
