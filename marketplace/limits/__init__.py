"""How often somebody may ask: counted across all workers, answered with 429 and a time to wait."""
