"""Delivery's pages for producers and officers."""
