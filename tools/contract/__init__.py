"""The contract with those who read the topics: its schemas, examples and AsyncAPI document, written and checked."""
