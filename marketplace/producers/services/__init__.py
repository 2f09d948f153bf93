"""Writes of the producer's own room."""
