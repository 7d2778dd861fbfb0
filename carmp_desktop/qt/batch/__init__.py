"""The batches in the centre: pages, matrices, cards, and what can be done with them."""
