"""The Maven repositories that jars come from: jgo's default, or those the user's configuration puts in its place."""

import os
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from xml.etree import ElementTree as ET

from tocsin.local.errors import ExtraMissingError

_SETTINGS_NAMESPACES = "{*}"
"""Maven's settings.xml comes with and without a namespace; this matches either."""


def repositories() -> dict[str, str]:
    """Repository URLs by name, in the order in which they are asked.

    jgo's own configuration file (``[repositories]`` in jgo.conf) comes first, as in jgo's command line; else a mirror
    of Central in Maven's settings.xml; else what jgo knows by default.

    Raises:
        ExtraMissingError: jgo is not installed.
    """
    try:
        from jgo.config import GlobalSettings  # noqa: PLC0415 - an extra that only this command needs
        from jgo.maven import MavenContext  # noqa: PLC0415
    except ImportError as error:
        raise ExtraMissingError(
            f"The embedded broker needs packages that are not installed ({error.name}). "
            "Install them with: pip install 'tocsin[local]', or name running brokers in TOCSIN_BROKERS."
        ) from error
    # A context of our own is asked for its defaults; the path only keeps it from looking for a home directory.
    defaults: dict[str, str] = dict(MavenContext(repo_cache=Path(os.devnull)).remote_repos)
    mirror = maven_mirror()
    if mirror:
        defaults["central"] = mirror
    try:
        configured: dict[str, str] = GlobalSettings.load().repositories
    except RuntimeError:  # no home directory, so no configuration file either
        configured = {}
    return {name: url.rstrip("/") for name, url in {**defaults, **configured}.items()}


def maven_mirror() -> str | None:
    """The mirror of Central that the user's Maven settings name, if any. Credentials in settings are not used."""
    try:
        settings = ET.parse(Path.home() / ".m2" / "settings.xml").getroot()  # noqa: S314 - the user's own file
    except (RuntimeError, OSError, ET.ParseError):
        return None
    for mirror in settings.iterfind(f"{_SETTINGS_NAMESPACES}mirrors/{_SETTINGS_NAMESPACES}mirror"):
        patterns = [part.strip() for part in (mirror.findtext(f"{_SETTINGS_NAMESPACES}mirrorOf") or "").split(",")]
        url = (mirror.findtext(f"{_SETTINGS_NAMESPACES}url") or "").strip()
        covers = {"*", "external:*", "central"} & set(patterns)
        if covers and "!central" not in patterns and url.startswith(("http://", "https://")):
            return url
    return None


def without_credentials(url: str) -> str:
    """The URL as it may be shown: user name, password and query cut."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, "", ""))
