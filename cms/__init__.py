"""The Wagtail showcase."""
