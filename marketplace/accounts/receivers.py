"""What follows when somebody gains a second factor."""

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.dispatch import receiver

from .mfa import FIRST_CLASS
from .services.sessions import end_other_sessions


@receiver(authenticator_added)
def rotate_session(request, user, authenticator: Authenticator, **kwargs) -> None:  # noqa: ARG001
    """Give the session a new key, count it as stronger, and end all weaker ones."""
    if authenticator.type not in FIRST_CLASS:
        return
    old_key = request.session.session_key
    request.session.cycle_key()
    record_authentication(request, user, "mfa", type=authenticator.type, id=authenticator.pk)
    _rename_known_session(old_key, request)
    end_other_sessions(user, keep=request.session.session_key)


def _rename_known_session(old_key: str | None, request) -> None:
    from allauth.usersessions.models import UserSession

    UserSession.objects.filter(session_key=old_key).delete()
    UserSession.objects.create_from_request(request)
