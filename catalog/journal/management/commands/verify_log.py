"""Walk the audit log's chain and name every row that somebody touched."""

from django.core.management.base import BaseCommand, CommandError

from catalog.journal import seals

WORDS = {
    "changed": "row {event} was changed after it was sealed",
    "missing": "row {event} was deleted",
    "broken": "the seal of row {event} does not follow the one before it",
    "unsealed": "row {event} was never sealed: is the worker running, or was it slipped in?",
    "cut": "the head given is not in the chain: it was cut or written anew, up to row {event}",
}


class Command(BaseCommand):
    """Ends with an error when something is wrong, so that cron notices."""

    help = "Check the audit log; print the head to note down."

    def add_arguments(self, parser) -> None:
        """A head noted down before."""
        parser.add_argument("--head", default="", help="A head printed by an earlier run.")

    def handle(self, *args, **options) -> None:
        """One line for each fault, then the head."""
        count = 0
        for fault in seals.verify(known_head=options["head"]):
            count += 1
            self.stdout.write(WORDS[fault.what].format(event=fault.event))
        self.stdout.write(f"Head: {seals.head()}")
        if count:
            raise CommandError(f"{count} faults in the audit log")
        self.stdout.write("The audit log is whole.")
