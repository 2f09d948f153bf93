"""Write the cards of all products anew, for example after rows were changed by hand."""

from django.core.management.base import BaseCommand

from marketplace.shop.listings.services.cards import rebuild_all


class Command(BaseCommand):
    help = "Write the shop's product cards anew from the register, the listings and the stock."

    def handle(self, *args, **options):
        changed = rebuild_all(self._say)
        self.stdout.write(f"{changed} cards changed")

    def _say(self, done: int, total: int) -> None:
        self.stderr.write(f"{done} of {total} products")
