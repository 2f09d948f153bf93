"""Open the operator's account: no password is typed, printed or stored by this command."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import IntegrityError
from django.urls import reverse

from marketplace.accounts.errors import StaffExists
from marketplace.accounts.models import User
from marketplace.accounts.services.staff import create_first_staff

STEPS = """\
{email} may now keep this site.
1. Open this link once, within {hours} hours, and choose a password:
   {link}
2. Sign in at {base}/tai-khoan/login/ and set the second step up: no door opens before.
3. Then: {base}/quan-tri/ (the shop), {base}/cms/ (the pages),
   {base}/quan-tri/viec-ton/ (parked work)."""


class Command(BaseCommand):
    """Refuses when there is a staff account already, unless told otherwise."""

    help = "Open the first staff account and print the next steps."

    def add_arguments(self, parser) -> None:
        """Who it is."""
        parser.add_argument("email")
        parser.add_argument("--name", default="", help="The person's name.")
        parser.add_argument(
            "--although-there-is-one", action="store_true", help="Open one more staff account."
        )

    def handle(self, *args, **options) -> None:
        """Make the account and print a link that sets its password."""
        email = options["email"].strip().lower()
        try:
            validate_email(email)
            user = create_first_staff(
                email, name=options["name"], although=options["although_there_is_one"]
            )
        except ValidationError as error:
            raise CommandError(f"{email} is no e-mail address.") from error
        except StaffExists as error:
            raise CommandError(
                f"There are {error.count} staff accounts; they open others at /quan-tri/."
                " If nobody can sign in any more, give --although-there-is-one."
            ) from error
        except IntegrityError as error:
            raise CommandError(f"{email} has an account already.") from error
        self.stdout.write(
            STEPS.format(
                email=email,
                hours=settings.PASSWORD_RESET_TIMEOUT // 3600,
                link=_link(user),
                base=settings.BASE_URL.rstrip("/"),
            )
        )


def _link(user: User) -> str:
    told = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    path = reverse("account_reset_password_from_key", kwargs=told)
    return settings.BASE_URL.rstrip("/") + path
