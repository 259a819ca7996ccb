"""Finds the place names in a text and says which places they stand for."""

from tocsin.core.analysis.places.find import find_places

__all__ = ["find_places"]
