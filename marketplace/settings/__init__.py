"""Settings in files by concern; ``base`` runs with an empty environment."""
