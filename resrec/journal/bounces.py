"""Mail that comes back: a server that refuses the recipient, or a report of one further on.

Reports are RFC 3464's delivery status notifications; which message they are about is known by
the Message-ID of what they return. A mark on the message is a mark on its address: people whose
address is that of a message that came back cannot be reached until it changes.
"""

import re
from dataclasses import dataclass
from email import message_from_bytes

from django.utils import timezone

from resrec.journal.models import Mail
from resrec.journal.recording import journalled, record

# X.7.Y is security and policy (RFC 3463): a matter between servers, not of the address.
POLICY = re.compile(r"^\s*5\.7\.")
MESSAGE_ID = re.compile(r"<[^<>\s]{3,250}>")
WORDS = 1000  # characters kept of what a server said
LARGEST = 5 * 1024 * 1024  # bytes


@dataclass(frozen=True)
class Refusal:
    """What a server said to a recipient, and whether asking again is of no use."""

    text: str
    is_final: bool


def refusal(answer):
    """Read the answer (SMTP code, bytes) that a server gave to a recipient."""
    code, said = answer
    words = said.decode(errors="replace") if isinstance(said, bytes) else str(said)
    is_final = 500 <= code <= 599 and not POLICY.match(words)
    return Refusal(f"{code} {words}"[:WORDS], is_final)


@journalled()
def bounced(mail, words):
    """Note that a message came back, once; tells whether that is new."""
    found = Mail.objects.filter(pk=mail.pk, bounced_at=None)
    if not found.update(bounced_at=timezone.now(), bounce=words[:WORDS]):
        return False
    record(mail, "mail.bounced", by=None)
    return True


@dataclass(frozen=True)
class Report:
    """What a notification says: which message, what became of it, and in which words."""

    message_id: str
    action: str
    words: str


def read_report(content):
    """Read a notification (bytes); None when it is none, or does not name a message."""
    if len(content) > LARGEST:
        return None
    parts = list(message_from_bytes(content).walk())
    status = next((p for p in parts if p.get_content_type() == "message/delivery-status"), None)
    message_id = _returned_id(parts)
    if status is None or not message_id:
        return None
    # Its payload is blocks of fields: the first about the message, the others one a recipient.
    blocks = list(status.walk())[1:]
    recipients = [block for block in blocks if block["Action"]]
    if not recipients:
        return None
    worst = next((r for r in recipients if _action(r) == "failed"), recipients[0])
    said = [str(worst[name]) for name in ("Status", "Diagnostic-Code") if worst[name]]
    return Report(message_id, _action(worst), " ".join(" ".join(said).split())[:WORDS])


def _action(recipient):
    return str(recipient["Action"]).strip().lower()


def _returned_id(parts):
    """Give the identifier of the message that is returned, whole or by its headers alone."""
    for part in parts:
        kind = part.get_content_type()
        if kind == "message/rfc822" and part.is_multipart():
            headers = str(part.get_payload(0)["Message-ID"])
        elif kind in ("text/rfc822-headers", "message/rfc822-headers"):
            headers = _message_id_line(part.get_payload(decode=True) or b"")
        else:
            continue
        if found := MESSAGE_ID.search(headers):
            return found[0]
    return ""


def _message_id_line(headers):
    return str(message_from_bytes(headers)["Message-ID"])


def take_back(content):
    """Act on what came back (bytes of one message); gives what is to be said about it."""
    report = read_report(content)
    if report is None:
        return "no notification of delivery: left alone"
    mail = Mail.objects.filter(message_id=report.message_id).first()
    if mail is None:
        return f"{report.message_id} is no message of ours: left alone"
    if report.action != "failed":
        return f"to {mail.to}: {report.action}; nothing is noted"
    if not bounced(mail, report.words):
        return f"to {mail.to}: was known to have come back"
    return f"to {mail.to}: came back ({report.words})"
