"""Facts and the places that the text ties them to."""

from tocsin.core.analysis.ties.tying import Ties

__all__ = ["Ties"]
