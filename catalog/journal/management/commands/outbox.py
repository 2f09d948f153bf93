"""Look at the outbox, and send again what was parked."""

from django.core.management.base import BaseCommand

from catalog.journal import outbox
from catalog.journal.models import OutboxMessage


class Command(BaseCommand):
    """A parked message has failed five times; mend the cause first, then retry."""

    help = "Show waiting and parked messages; --retry sends the parked ones again."

    def add_arguments(self, parser) -> None:
        """Which messages to retry."""
        parser.add_argument("--retry", action="store_true", help="Try parked messages again.")
        parser.add_argument("--topic", default="", help="Only messages of this topic.")

    def handle(self, *args, **options) -> None:
        """One line for each parked message, and how many wait."""
        if options["retry"]:
            count = outbox.retry_parked(topic=options["topic"])
            self.stdout.write(f"{count} messages will be sent again")
            return
        unsent = OutboxMessage.objects.filter(done_at=None)
        for message in unsent.exclude(parked_at=None):
            reason = message.error.strip().rpartition("\n")[2]
            self.stdout.write(f"parked {message.parked_at:%Y-%m-%d %H:%M} {message.key}: {reason}")
        self.stdout.write(f"{unsent.filter(parked_at=None).count()} messages wait")
