"""Signature, grouping, and the fold: (story, match) to (story, alerts)."""
