"""What the console knows: alerts as they now stand, who was told of them, and what keeps them silent. Pure."""
