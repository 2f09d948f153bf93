"""Words for the pages of long jobs."""

from django import template

register = template.Library()


@register.filter
def minutes_and_seconds(seconds: int) -> tuple[int, int]:
    """``125`` as ``(2, 5)``."""
    return divmod(int(seconds), 60)


@register.filter
def last_line(error: str) -> str:
    """The line of a traceback that says what went wrong."""
    return error.strip().rpartition("\n")[2]
