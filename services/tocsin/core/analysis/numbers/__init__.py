"""Amounts in words and digits, with the bounds their modifiers give ("at least 12" is 12 or more)."""

from tocsin.core.analysis.numbers.quantity import Quantity, is_number, read_quantity

__all__ = ["Quantity", "is_number", "read_quantity"]
