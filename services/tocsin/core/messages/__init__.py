"""What subscribers get to see: Slack, webhook bodies, mail, signatures and links in them."""
