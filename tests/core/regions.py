"""A gazetteer for tests whose filters name no region."""


class NoRegions:
    """Knows none."""

    def region_ids(self, name: str | int) -> tuple[str, ...]:
        del name
        return ()

    def suggest(self, name: str) -> tuple[str, ...]:
        del name
        return ()
