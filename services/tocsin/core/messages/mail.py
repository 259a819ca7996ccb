"""Notices as mail: plain text, threaded by story, recognisable as sent by a program.

Sources: RFC 5322 (Message-ID, References), RFC 3834 (Auto-Submitted), RFC 2919 (List-Id).
"""

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from tocsin.core.messages.plain import PlainText
from tocsin.core.model.ids import digest


def render_mail(
    text: PlainText, message_id: str, sender: str, to: tuple[str, ...], at: datetime, *, about: str = ""
) -> EmailMessage:
    """The mail to send. ``message_id`` is the notice's: a repeat has the same ``Message-ID``, which readers drop.

    ``about`` is what mails of one story share (subscription and alert): programs show them as one conversation.
    """
    domain = sender.rpartition("@")[2] or "localhost"
    mail = EmailMessage(policy=SMTP)
    mail["From"] = sender
    mail["To"] = ", ".join(to)
    mail["Subject"] = text.title
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = f"<{_token(message_id)}@{domain}>"
    if about:
        mail["References"] = mail["In-Reply-To"] = f"<{_token(about)}@{domain}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["List-Id"] = f"Tocsin alerts <alerts.tocsin.{domain}>"
    mail.set_content(text.body + "\n", charset="utf-8", cte="quoted-printable")
    return mail


def _token(identifier: str) -> str:
    """Letters and digits that stand for any identifier."""
    return digest("mail", identifier)
