"""Pages of the producers' area about the producer itself."""
