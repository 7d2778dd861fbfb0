"""The touch-up editor: outline and painted parts corrected by hand."""
