"""What an alert says, in few words of plain text, and article text made harmless."""
