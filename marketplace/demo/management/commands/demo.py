"""``manage.py demo``: schema, data, server and worker, from one start of Django."""

import time

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from marketplace.demo import marker
from marketplace.demo.loading import take_up_again
from marketplace.demo.people import PASSWORD, PEOPLE
from marketplace.demo.serving import NoFirstPage, PortTaken, refuse_taken_port, serve

READY = """
  Ready after {seconds:.0f} s.  Open  {address}  (Ctrl-C stops)
"""
ACCOUNTS = """\
  Sample accounts, password {password}
{people}

  * asks for six figures at sign-in:
      .venv/bin/python manage.py mfa_code {example}
"""


class Command(BaseCommand):
    """What ``make demo`` runs; it destroys nothing."""

    help = "Load the demo where it is missing, and serve it."

    def add_arguments(self, parser) -> None:
        """Where to listen."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-load", action="store_true", help="Serve what is there.")

    def handle(self, *args, **options) -> None:
        """Load, serve, and say when the first page answers."""
        began = time.monotonic()
        settings.STATIC_ROOT.mkdir(exist_ok=True)  # WhiteNoise looks there, and warns
        host, port = options["host"], options["port"]
        try:
            refuse_taken_port(host, port)
        except PortTaken as taken:
            raise CommandError(f"{taken} is in use. Choose another: make demo PORT=8001") from taken
        if not (options["no_load"] or marker.is_loaded()):
            self._load(began)
        if not options["no_load"]:
            take_up_again()

        def tell() -> None:
            seconds = time.monotonic() - began
            self.stdout.write(READY.format(seconds=seconds, address=f"http://{host}:{port}/"))
            if not options["no_load"]:
                self.stdout.write(_accounts())
            self.stdout.flush()

        try:
            serve(host, port, when_ready=tell)
        except NoFirstPage as error:
            raise CommandError(f"{error} does not answer; the lines above say why.") from error

    def _load(self, began: float) -> None:
        try:
            call_command("migrate", verbosity=0, interactive=False)
            self.stdout.write(f"{time.monotonic() - began:6.1f} s  Schema")
            self.stdout.flush()
            call_command("load_demo", stdout=self.stdout)
        except KeyboardInterrupt as stop:
            raise CommandError("Stopped. Run it again to go on.") from stop
        marker.note_loaded()


def _accounts() -> str:
    people = (f"    {p.email:<30} {p.role}{' *' if p.needs_code else ''}" for p in PEOPLE)
    return ACCOUNTS.format(password=PASSWORD, people="\n".join(people), example=PEOPLE[0].email)
