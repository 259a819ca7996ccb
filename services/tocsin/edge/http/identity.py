"""TLS for one receiver: a certificate of ours, or authorities of its own."""

import ssl
import tempfile
from dataclasses import dataclass
from pathlib import Path


class TlsMaterialError(Exception):
    """What was given is no certificate, no key, or they do not belong together. Says nothing of their content."""


@dataclass(frozen=True, slots=True, repr=False)
class TlsMaterial:
    """PEM texts. ``certificate`` (with its chain) and ``key`` are shown to the receiver; ``ca`` are the authorities
    that its own certificate must come from, in place of the usual ones.
    """

    certificate: str | None = None
    key: str | None = None
    ca: str | None = None

    def context(self) -> ssl.SSLContext:
        """A context that shows and asks for these.

        Raises:
            TlsMaterialError: They can't be used.
        """
        try:
            made = ssl.create_default_context(cadata=self.ca)
            if self.certificate is not None and self.key is not None:
                _load(made, self.certificate, self.key)
        except (ssl.SSLError, ValueError, OSError):
            raise TlsMaterialError from None
        return made


def _load(context: ssl.SSLContext, certificate: str, key: str) -> None:
    """Python reads certificates from files alone, so they lie in a folder of our own for this moment."""
    with tempfile.TemporaryDirectory(prefix="tocsin-tls-") as folder:
        chain, secret = Path(folder, "certificate.pem"), Path(folder, "key.pem")
        chain.write_text(certificate, encoding="ascii")
        secret.touch(mode=0o600)
        secret.write_text(key, encoding="ascii")
        context.load_cert_chain(chain, secret, password=_no_password)


def _no_password() -> str:
    """Asked only for a key that is encrypted; without this, OpenSSL would ask on the terminal."""
    raise ValueError("the key is encrypted")
