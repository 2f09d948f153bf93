"""Forms of the producer's own pages."""
