"""Conditions of the rule language, each in a module: what it needs, what it finds, and why."""
