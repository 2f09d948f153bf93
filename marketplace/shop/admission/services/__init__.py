"""Writes of admission, one file per noun."""
