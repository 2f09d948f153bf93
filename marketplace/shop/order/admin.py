"""No Django admin here."""
