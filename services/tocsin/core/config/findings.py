"""What is found wrong with an object: where, and what."""

Path = tuple[str | int, ...]
"""A place in an object, by field names and list indexes."""

Finding = tuple[Path, str]
"""Where, and what is wrong there."""
