"""Backup and restore: the database, the files, and a manifest that says what must be there.

Secrets never lie in a backup: the manifest names those that the site needs, and carries a
fingerprint by which the right ``SECRET_KEY`` is known.
"""
