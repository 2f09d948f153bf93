"""Writes of this room: the producer's, the officer's, the picture's, the word list's."""
