# ruff: noqa: INP001 - a script, in no package
"""The image's health check: exits 0 when the service in this container says that it is ready."""

import os
import sys
import urllib.error
import urllib.request

TIMEOUT_SECONDS = 4


def main() -> int:
    """Ask the service's own port; why it is not ready goes to the health log."""
    url = f"http://127.0.0.1:{os.environ.get('TOCSIN_METRICS_PORT', '9470')}/readyz"
    try:
        with urllib.request.urlopen(url, timeout=TIMEOUT_SECONDS) as answer:
            return 0 if answer.status == 200 else 1  # noqa: PLR2004 - HTTP's OK
    except urllib.error.HTTPError as error:
        sys.stderr.write(error.read(1000).decode("utf-8", "replace"))
    except OSError as error:
        sys.stderr.write(f"{error}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
