"""Take the words of the source into the English catalogue; what is there already stays."""

from django.core.management.base import BaseCommand

from marketplace import words


class Command(BaseCommand):
    """Nothing is guessed: a new or changed string comes without a translation."""

    help = "Extract the strings to translate into locale/en and name those without English."
    requires_system_checks = []

    def handle(self, **options) -> None:
        """Write the catalogue and list what waits for a translator."""
        catalogue = words.read_catalogue("en")
        catalogue.update(words.source_words(), no_fuzzy_matching=True)
        words.write_catalogue("en", catalogue)
        waiting = [message for message in catalogue if message.id and not _is_done(message)]
        for message in waiting:
            self.stdout.write(f"{message.locations[0][0]}: {message.id!r}")
        self.stdout.write(f"{len(catalogue)} strings, {len(waiting)} without English")


def _is_done(message) -> bool:
    texts = message.string if isinstance(message.string, tuple) else [message.string]
    return all(texts) and not message.fuzzy
