"""The left panel: what a batch is asked for with, from the photos to the button."""
