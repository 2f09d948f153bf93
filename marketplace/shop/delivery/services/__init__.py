"""Writing delivery: rate tables, sellers' terms, consolidation points."""
