"""The embedded broker and the demonstration."""
