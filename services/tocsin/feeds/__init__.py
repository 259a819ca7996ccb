"""Fetches articles and publishes them."""
