"""The settings: fields with their help, checked in place."""
