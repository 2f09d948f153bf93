"""Buyers at once over HTTP against a real server, on SQLite and on PostgreSQL.

Each race has its control: the same race without the guard must oversell.
"""
