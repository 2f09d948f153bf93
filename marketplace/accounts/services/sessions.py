"""Ending sessions: after a change of rights, or because their owner says so."""

from allauth.usersessions.models import UserSession

from marketplace.accounts.models import User


def end_other_sessions(user: User, *, keep: str | None = None) -> int:
    """End every known session of ``user`` but the one with key ``keep``; returns how many."""
    others = UserSession.objects.filter(user_id=user.pk).exclude(session_key=keep or "")
    ended = 0
    for session in others:
        session.end()
        ended += 1
    return ended
