"""The loupe: one image at full size, compared, and everything that is known about it."""
