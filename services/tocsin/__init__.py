"""Tocsin reads news articles from Kafka and alerts people and programs, once per story."""
