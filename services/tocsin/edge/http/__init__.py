"""Requests to addresses that others chose: guarded, bounded, and never redirected."""
