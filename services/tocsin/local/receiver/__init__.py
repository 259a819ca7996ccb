"""A receiver on this machine that stands in for Slack and for webhook consumers: it shows what would be posted."""
