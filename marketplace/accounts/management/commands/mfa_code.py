"""Print the six figures a sample user needs at the second step of signing in."""

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError

from marketplace.accounts.errors import SampleOnly
from marketplace.accounts.models import User
from marketplace.accounts.services import current_code


class Command(BaseCommand):
    """``manage.py mfa_code <e-mail>``, on a site with sample data and for its people alone."""

    help = "Print the current second-step code of a sample user."

    def add_arguments(self, parser) -> None:
        """Whose code."""
        parser.add_argument("email")

    def handle(self, *args, **options) -> None:
        """Print it, or refuse in the same words for anybody who is no sample user."""
        try:
            user = User.objects.get(email=options["email"].lower())
            self.stdout.write(current_code(user))
        except (User.DoesNotExist, SampleOnly, Authenticator.DoesNotExist) as error:
            raise CommandError("Only for sample users with a second step, on a demo.") from error
