"""Routing, silences, message rendering, retry schedule, rate limit, breaker: as values and functions."""
