"""The gallery page: every image that was made, searched, starred, binned, dragged out."""
