"""Pages of this room: the basket, the checkout, the order."""
