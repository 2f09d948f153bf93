"""The areas' own pages."""
