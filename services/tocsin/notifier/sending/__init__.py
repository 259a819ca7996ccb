"""From deliveries that are owed to receipts."""
