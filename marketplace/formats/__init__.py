"""Dates and numbers as Vietnamese readers write them."""
