"""Listings: images of the gallery as files that a marketplace takes, marked as what they are."""
