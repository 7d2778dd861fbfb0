"""What everything looks like: colors, type, icons, and how things are painted."""
