"""What can go wrong on this machine, said so that the reader knows what to do next.

LocalError
├── ExtraMissingError      the extra ``local`` is not installed
├── RegistryError          Kafka's jars could not be fetched
├── ChecksumError          a jar is not the one that was pinned
└── StartError             a process did not come up
    └── PortTakenError     someone else listens where it was told to
"""


class LocalError(Exception):
    """Base of all; its text names the place and the remedy and is fit to be shown as it is."""


class ExtraMissingError(LocalError):
    """The packages that fetch and run Kafka are not installed."""


class RegistryError(LocalError):
    """The jars could not be fetched from any configured Maven repository."""


class ChecksumError(LocalError):
    """A jar's SHA-256 differs from the pinned one."""


class StartError(LocalError):
    """A child process ended, or was not ready in time."""


class PortTakenError(StartError):
    """The port that was asked for is in use."""
