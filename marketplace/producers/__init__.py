"""What a producer keeps besides goods and orders: inbox, papers, members, texts."""
