"""Finds forces that move, places that change hands and posts that are opened, with whose they are and how many."""

from tocsin.core.analysis.deployments.actors import ACTORS
from tocsin.core.analysis.deployments.find import find_deployments
from tocsin.core.analysis.deployments.lexicon import SCANNER as DEPLOYMENT_SCANNER
from tocsin.core.analysis.deployments.lexicon import trigger_words

__all__ = ["ACTORS", "DEPLOYMENT_SCANNER", "find_deployments", "trigger_words"]
