"""Helpers named by topic, used by all; no models here."""
