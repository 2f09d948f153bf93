"""Nobody reads or writes what is another's: every address, every kind of person, both methods."""
