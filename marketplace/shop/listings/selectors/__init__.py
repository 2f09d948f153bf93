"""Reads of this room, one file for each screen or question."""
