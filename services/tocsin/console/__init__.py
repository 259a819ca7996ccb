"""The web page over alerts, receipts and configuration."""
