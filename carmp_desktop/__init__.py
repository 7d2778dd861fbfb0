"""Car Marketplace desktop: photos of one car in, an angle × color matrix of images out."""

__version__ = "0.1.0"
