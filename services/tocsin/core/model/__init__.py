"""The nouns: messages on the topics and objects in the configuration, as immutable msgspec structs."""
