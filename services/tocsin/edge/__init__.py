"""The only code that speaks to the outside: Kafka, guarded HTTP, metrics, health, settings, secrets."""
