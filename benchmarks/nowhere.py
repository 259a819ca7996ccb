"""A gazetteer without places, for rules and subscriptions that name none."""


class Nowhere:
    """Knows nothing; what rules and filters need of a gazetteer."""

    def region_ids(self, name: str | int) -> tuple[str, ...]:
        """No region has the name."""
        del name
        return ()

    def suggest(self, name: str) -> tuple[str, ...]:
        """Nothing is near to it."""
        del name
        return ()

    def region_name(self, region: str) -> str:
        """The id itself."""
        return region

    def place(self, region: str) -> None:
        """No place."""
        del region
