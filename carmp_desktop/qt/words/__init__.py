"""What the window says, in the language of its user."""
