"""Compares the gallery's folder with the rows of its images, and mends what differs."""
