"""Sending until it ended: one lane a subscriber, retry schedule, pace, breaker, outcomes. Values and functions."""
