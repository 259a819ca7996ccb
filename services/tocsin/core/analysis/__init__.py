"""Text to facts, with spans."""
