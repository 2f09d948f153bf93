"""The register: producers, products, stars. Knows nobody above it."""
