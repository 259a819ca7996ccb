"""What rules would have told desks: articles through the very scoring, folding and routing that the services use."""

from tocsin.core.backtest.comparison import Comparison, Day, RuleCount, compare
from tocsin.core.backtest.replay import Replay, Told

__all__ = ["Comparison", "Day", "Replay", "RuleCount", "Told", "compare"]
