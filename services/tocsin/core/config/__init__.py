"""YAML text to configuration objects; problems name file, line, column and remedy."""
