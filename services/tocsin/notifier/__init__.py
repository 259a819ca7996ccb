"""The service from alerts to subscribers."""
