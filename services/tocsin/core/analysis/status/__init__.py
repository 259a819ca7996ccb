"""How the text stands to what it says: asserted, doubted, denied, expected or remembered."""

from tocsin.core.analysis.status.judge import RANK
from tocsin.core.analysis.status.statuses import Assertion, Statuses

__all__ = ["RANK", "Assertion", "Statuses"]
