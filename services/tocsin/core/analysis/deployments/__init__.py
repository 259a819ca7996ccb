"""Finds forces that move, places that change hands and posts that are opened, with whose they are and how many."""

from tocsin.core.analysis.deployments.find import find_deployments

__all__ = ["find_deployments"]
