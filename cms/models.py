"""Wagtail page types."""
