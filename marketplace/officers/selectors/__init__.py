"""Reads for the officers' pages."""
