"""Areas for one kind of person: an address, a base template, and cards that rooms bring."""
