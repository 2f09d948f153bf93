"""Pages of admission: the producer's and the officer's."""
