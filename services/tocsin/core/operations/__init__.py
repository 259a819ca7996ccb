"""Alerts about Tocsin itself."""
