"""Kafka: the topics, clients made from settings, the configuration followed, dead letters."""
