"""Builds the gazetteer's data file when the package is built, from pinned packages and the tables beside this file."""
