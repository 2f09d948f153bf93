"""Pages of one's own account, and of the officers who open accounts."""
