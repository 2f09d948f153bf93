"""Writes about people: links, second factor, sessions, posts."""

from .editors import grant_editor, revoke_editor
from .language import note_language
from .links import issue_link, use_link
from .second_factor import current_code, enrol_totp
from .sessions import end_other_sessions

__all__ = [
    "current_code",
    "end_other_sessions",
    "enrol_totp",
    "grant_editor",
    "issue_link",
    "note_language",
    "revoke_editor",
    "use_link",
]
