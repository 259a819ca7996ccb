"""The service from articles to matches."""
