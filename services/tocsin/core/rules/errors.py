"""Why a rule can't be compiled."""


class RuleError(ValueError):
    """What is wrong with a rule, in words for its author. ``word`` is the name that could not be resolved."""

    def __init__(self, message: str, word: str | int | None = None) -> None:
        super().__init__(message)
        self.word = word
