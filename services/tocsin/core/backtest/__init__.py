"""What rules would have told desks: articles through the very scoring, folding and routing that the services use."""

from tocsin.core.backtest.comparison import Comparison, Day, DeskCount, RuleCount, compare
from tocsin.core.backtest.replay import Replay, Told
from tocsin.core.backtest.standing import Given

__all__ = ["Comparison", "Day", "DeskCount", "Given", "Replay", "RuleCount", "Told", "compare"]
