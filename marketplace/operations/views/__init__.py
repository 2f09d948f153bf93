"""Pages on jobs and parked work."""
