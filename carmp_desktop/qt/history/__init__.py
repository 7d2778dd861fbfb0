"""The history page: every batch that was made, to be opened again."""
