"""The service from matches to alerts."""
