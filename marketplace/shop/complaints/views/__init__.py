"""Pages of complaints: the public's, the producer's, the officer's."""
