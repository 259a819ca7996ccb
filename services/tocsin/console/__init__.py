"""The console: a web page over alerts, receipts and configuration, and where Slack tells of presses on buttons."""
