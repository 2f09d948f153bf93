"""The language somebody reads: letters to them are in it."""

from django.utils.translation import get_language

from marketplace.accounts.models import User


def note_language(user: User) -> None:
    """Remember the language of this moment as the one that ``user`` reads; one write a change."""
    language = get_language() or user.language
    if user.language != language:
        User.objects.filter(pk=user.pk).update(language=language)
        user.language = language
