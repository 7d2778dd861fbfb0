"""Exporting from the window: what, as which profile, where to; and the user's word on images."""
