"""Lots, events, codes, labels, scans and the public trace page."""
