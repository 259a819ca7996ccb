"""What ``tocsin up`` shows: an example configuration, and a sample feed of fictional wire reports."""
