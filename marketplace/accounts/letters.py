"""Letters about an account that could not leave at once: the outbox sends them later."""

import uuid

from django.core.mail import EmailMessage, EmailMultiAlternatives

from catalog.journal import outbox
from catalog.journal.models import OutboxMessage

TOPIC = "account.letter"


def post_letter(letter: EmailMessage) -> None:
    """Queue a letter as it is."""
    html = [body for body, kind in getattr(letter, "alternatives", []) if kind == "text/html"]
    payload = {
        "subject": letter.subject,
        "text": letter.body,
        "html": html[0] if html else "",
        "to": letter.to,
        "from": letter.from_email,
    }
    outbox.post(TOPIC, key=f"{TOPIC}:{uuid.uuid4()}", payload=payload)


@outbox.handler(TOPIC)
def send_letter(payload: dict, key: str) -> None:
    """Send it, and forget its words: they may hold a link that opens the account."""
    if "text" not in payload:
        return
    letter = EmailMultiAlternatives(
        payload["subject"], payload["text"], payload["from"], payload["to"]
    )
    if payload["html"]:
        letter.attach_alternative(payload["html"], "text/html")
    letter.send()
    OutboxMessage.objects.filter(key=key).update(payload={})
