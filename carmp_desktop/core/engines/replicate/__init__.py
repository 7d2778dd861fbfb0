"""The engine that asks Replicate: paid predictions, uploaded photos, downloaded results."""
