"""What stands in the inbox, sent to those members who have an e-mail address."""

from django.urls import reverse
from django.utils.translation import override

from catalog.journal import notices, outbox
from catalog.journal.models import Notice
from catalog.register.models import Producer
from marketplace import letters
from marketplace.accounts import permissions
from marketplace.accounts.models import ProducerMember, User


@outbox.handler(notices.TOPIC)
def send_notice(payload: dict, key: str) -> None:
    """A letter to each member with an address."""
    notice = Notice.objects.get(key=payload["key"])
    if notice.addressee_kind != Producer._meta.label_lower:  # noqa: SLF001 - Django documents it
        return
    producer = Producer.objects.get(pk=notice.addressee_id)
    for member in readers_of(producer):
        with override(member.language):
            line = notices.read(notice)
            url = line.url or reverse("selling:inbox", args=[producer.slug])
        letters.send(
            "areas/letters/notice",
            key=f"{key}.{member.pk}".replace(":", "."),
            to=member.email,
            subject=line.title,
            context={"line": line, "producer": producer, "url": letters.absolute(url)},
            language=member.language,
        )


def readers_of(producer: Producer) -> list[User]:
    """Those who act for the producer today and have an e-mail address."""
    held = permissions.in_force(ProducerMember.objects.filter(producer=producer))
    users = User.objects.filter(pk__in=held.values("user"), is_active=True, email__isnull=False)
    return list(users.order_by("pk"))
