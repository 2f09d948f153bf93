"""What the showcase tells the packages above it."""

from django.dispatch import Signal

# Sent after the commit of a change that every page's head or foot shows.
identity_changed = Signal()
