"""Single jars through jgo, over connections that stay open: a tenth of the time that new ones for each file take."""

from pathlib import Path
from types import TracebackType
from typing import Self

from jgo.maven import Artifact, MavenContext, PythonResolver
from requests import Session
from requests.adapters import HTTPAdapter
from urllib3 import Retry

_TIMEOUT_SECONDS = 15
"""For connecting and for each read, so a slow link may take longer in all."""

_CHUNK_BYTES = 1 << 18
_FOUND = 200


class Downloads:
    """Fetches from these repositories, in their order, into ``scratch``. A context manager; ``threads`` share it."""

    def __init__(self, repositories: dict[str, str], scratch: Path, *, threads: int) -> None:
        self._session = Session()
        again = Retry(total=4, connect=1, backoff_factor=0.5, status_forcelist=(429, 502, 503, 504), redirect=5)
        for scheme in ("https://", "http://"):
            self._session.mount(scheme, HTTPAdapter(pool_maxsize=threads, max_retries=again))
        self._context = MavenContext(
            resolver=_OneByOne(self._session), repo_cache=scratch, remote_repos=repositories, timeout=_TIMEOUT_SECONDS
        )

    def fetch(self, group: str, artifact: str, version: str) -> Path:
        """The jar's path below ``scratch``. What is in it is for the caller to check.

        Raises:
            RuntimeError: No repository has it.
            requests.RequestException: A repository could not be asked.
            OSError: It could not be written.
        """
        return Path(self._context.project(group, artifact).at_version(version).artifact().resolve())

    def __enter__(self) -> Self:
        """Nothing is opened before the first download."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close the connections."""
        self._session.close()


class _OneByOne(PythonResolver):
    """jgo's resolver without its check of SHA-1, which costs a request a file: we know each jar's SHA-256."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def download(self, artifact: Artifact) -> Path:
        for repository in artifact.context.remote_repos.values():
            url = f"{repository}/{artifact.component.path_prefix.as_posix()}/{artifact.filename}"
            with self._session.get(url, stream=True, timeout=artifact.context.timeout) as response:
                if response.status_code == _FOUND:
                    path = artifact.context.repo_cache / artifact.component.path_prefix / artifact.filename
                    path.parent.mkdir(parents=True, exist_ok=True)
                    with path.open("wb") as file:
                        file.writelines(response.iter_content(_CHUNK_BYTES))
                    return path
        raise RuntimeError(f"{artifact.filename} is in no repository")
