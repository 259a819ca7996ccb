"""Who is told of an alert, and when: filters, silences, quiet hours, limits, digests. Values and functions."""
