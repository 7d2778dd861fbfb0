"""The small controls that pages and panels are put together from."""
