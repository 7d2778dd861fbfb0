"""The mirror: every event of the program, told in order to one remote WebSocket."""
