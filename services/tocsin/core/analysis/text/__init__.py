"""Takes an article's text apart: markup, paragraphs, sentences, what is no evidence, and the way back."""

from tocsin.core.analysis.text.document import Document, Text, read_document
from tocsin.core.analysis.text.zones import Zone

__all__ = ["Document", "Text", "Zone", "read_document"]
