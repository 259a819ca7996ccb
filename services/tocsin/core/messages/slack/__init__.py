"""Slack's messages, and what a press on their buttons means."""
