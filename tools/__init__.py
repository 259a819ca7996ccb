"""Programs for those who work on Tocsin; nothing here is part of the wheel."""
