"""Letters: one shape for all of them, HTML and text, in the reader's language.

A letter is a pair of templates that extend ``letters/base.html`` and ``letters/base.txt``. Send
from an outbox handler, never from a request: then it leaves once, and after the commit. Links
in a letter are absolute: write ``{{ url }}`` and give it by ``absolute(reverse(...))``.
"""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import get_language, override

from cms.selectors import site_identity


def send(
    template: str, *, key: str, to: str, subject: str, context: dict, language: str = ""
) -> None:
    """Send ``template``.html and .txt to one person; ``key`` tells a repetition by Message-ID.

    A lazy subject is put into words in ``language``, or that of the moment, as the templates are.
    """
    told = {**common(), **context}
    with override(language or get_language()):
        letter = EmailMultiAlternatives(
            subject=" ".join(str(subject).split()),
            body=render_to_string(f"{template}.txt", told),
            to=[to],
            headers={"Message-ID": f"<{key}@{_host()}>"},
        )
        letter.attach_alternative(render_to_string(f"{template}.html", told), "text/html")
    letter.send()


def common() -> dict:
    """What the base of every letter needs to know."""
    return {
        "SITE_NAME": site_identity().name,
        "SITE_URL": absolute("/"),
        "SAMPLE_DATA": settings.SAMPLE_DATA,
    }


def absolute(path: str) -> str:
    """The public address of a page of ours."""
    return settings.BASE_URL.rstrip("/") + path


def _host() -> str:
    return settings.BASE_URL.partition("://")[2].strip("/")
