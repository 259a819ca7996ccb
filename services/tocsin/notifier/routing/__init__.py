"""From alerts to deliveries that are owed."""
