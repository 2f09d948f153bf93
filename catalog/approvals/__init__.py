"""Texts, pictures and claims of a product: drafted by its producer, approved by an officer."""
