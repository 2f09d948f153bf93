"""Look at the work behind the pages, and do again what was parked."""

from django.core.management.base import BaseCommand

from catalog.journal import backlog, jobs, outbox, revival
from catalog.journal.models import OutboxMessage


class Command(BaseCommand):
    """A parked message has failed five times; mend the cause first, then retry."""

    help = "Show what waits and what was parked; --retry tries the parked again."

    def add_arguments(self, parser) -> None:
        """Which messages to retry."""
        parser.add_argument("--retry", action="store_true", help="Try parked messages again.")
        parser.add_argument("--topic", default="", help="Only messages of this topic.")

    def handle(self, *args, **options) -> None:
        """One line for each parked message, and how many wait."""
        if options["retry"]:
            count = outbox.retry_parked(topic=options["topic"])
            self.stdout.write(f"{count} messages will be sent again")
            if not options["topic"]:
                self._retry_work()
            return
        for message in backlog.parked_messages():
            reason = message.error.strip().rpartition("\n")[2]
            self.stdout.write(f"parked {message.parked_at:%Y-%m-%d %H:%M} {message.key}: {reason}")
        for job in backlog.failed_jobs():
            reason = job.error.strip().rpartition("\n")[2] or job.note
            self.stdout.write(f"parked {job.finished_at:%Y-%m-%d %H:%M} {job.kind}: {reason}")
        for task in backlog.parked_tasks():
            self.stdout.write(
                f"parked {task.finished_at:%Y-%m-%d %H:%M} {task.task_path}:"
                f" {task.exception_class_path}"
            )
        unsent = OutboxMessage.objects.filter(done_at=None, parked_at=None)
        queue = backlog.queue_state()
        self.stdout.write(f"{unsent.count()} messages wait")
        self.stdout.write(f"The oldest due work has waited {queue.oldest_seconds} s: {queue.state}")

    def _retry_work(self) -> None:
        again = sum(jobs.replay(job) for job in list(backlog.failed_jobs()))
        again += sum(revival.replay(task.pk) for task in list(backlog.parked_tasks()))
        if again:
            self.stdout.write(f"{again} jobs will be done again")
