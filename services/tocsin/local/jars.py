"""Kafka's jars: pinned by SHA-256, fetched once, checked at every start."""

import hashlib
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tocsin.local.errors import ChecksumError, RegistryError
from tocsin.local.lock import locked
from tocsin.local.registry import repositories, without_credentials

if TYPE_CHECKING:
    from tocsin.local.download import Downloads

_PARALLEL_DOWNLOADS = 8


class Jar(NamedTuple):
    """A jar in a Maven repository and the SHA-256 (hexadecimal) it must have."""

    group: str
    artifact: str
    version: str
    sha256: str

    @property
    def filename(self) -> str:
        """The name that it has in a repository."""
        return f"{self.artifact}-{self.version}.jar"


def pinned_jars() -> tuple[Jar, ...]:
    """The committed table. ``python -m tocsin.local.pin`` writes it anew for another version."""
    lines = files("tocsin.local").joinpath("kafka-jars.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return tuple(Jar._make([*coordinates.split(":"), sha256]) for sha256, coordinates in rows)


def kafka_version() -> str:
    """The pinned version of Apache Kafka."""
    return next(jar.version for jar in pinned_jars() if jar.artifact == "kafka_2.13")


def provide_jars(cache: Path, say: Callable[[str], None] = lambda _: None) -> tuple[Path, ...]:
    """Paths of all jars, each one checked; missing ones are fetched first. ``say`` gets words for a waiting person.

    Raises:
        ChecksumError: A jar in the cache, or one just fetched, is not the pinned one.
        RegistryError: A jar is missing and cannot be fetched.
    """
    jars = pinned_jars()
    home = cache / f"kafka-{kafka_version()}"
    home.mkdir(parents=True, exist_ok=True)
    with locked(cache / f"{home.name}.lock", wait=True):  # of two first starts, the second waits and finds all there
        missing = [jar for jar in jars if not (home / jar.filename).exists()]
        if missing:
            say(f"Fetching Apache Kafka {kafka_version()} ({len(missing)} jars, once) into {home}")
            _fetch(missing, home)
    paths = tuple(home / jar.filename for jar in jars)
    for jar, path in zip(jars, paths, strict=True):
        _check(jar, path, f"Delete {path} to have it fetched again.")
    return paths


def _fetch(jars: list[Jar], home: Path) -> None:
    repos = repositories()
    from tocsin.local.download import Downloads  # noqa: PLC0415 - needs the extra; its absence was told just before

    # In the cache's own file system, so that the last step is a rename: a jar is there whole or not at all.
    with (
        tempfile.TemporaryDirectory(prefix=".fetching-", dir=home) as scratch,
        ThreadPoolExecutor(_PARALLEL_DOWNLOADS) as pool,
        Downloads(repos, Path(scratch), threads=_PARALLEL_DOWNLOADS) as downloads,
    ):
        fetches = [pool.submit(_fetch_one, jar, repos, downloads, home) for jar in jars]
        try:
            for fetch in fetches:
                fetch.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _fetch_one(jar: Jar, repos: dict[str, str], downloads: "Downloads", home: Path) -> None:
    from requests import RequestException  # noqa: PLC0415

    shown = ", ".join(without_credentials(url) for url in repos.values())
    try:
        fetched = downloads.fetch(jar.group, jar.artifact, jar.version)
    except (RequestException, RuntimeError, OSError) as error:
        raise RegistryError(
            f"Could not fetch {jar.filename} from {shown} ({_reason(error)}). Check the connection; or name a mirror "
            "in jgo's configuration file ([repositories], central = URL); or copy another machine's cache directory "
            "here and name it in TOCSIN_CACHE_DIR; or name running brokers in TOCSIN_BROKERS, then none is needed here."
        ) from error
    _check(jar, fetched, f"It came from {shown}: a mirror that alters files cannot be used.")
    fetched.replace(home / jar.filename)


def _reason(error: BaseException) -> str:
    """A few words on a failed download, without the URLs (and credentials) that exceptions of HTTP clients carry."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, OSError) and cause.strerror:
            return cause.strerror
        reason = getattr(cause.args[0], "reason", None) if cause.args else None
        cause = reason if isinstance(reason, BaseException) else cause.__cause__ or cause.__context__
    return "no repository has it" if isinstance(error, RuntimeError) else type(error).__name__


def _check(jar: Jar, path: Path, remedy: str) -> None:
    with path.open("rb") as file:
        actual = hashlib.file_digest(file, "sha256").hexdigest()
    if actual != jar.sha256:
        raise ChecksumError(
            f"{path.name} is not the file that was pinned: SHA-256 {actual}, expected {jar.sha256}. {remedy}"
        )
