"""The program on a real X screen: real windows, real frames, real drags between two programs."""
