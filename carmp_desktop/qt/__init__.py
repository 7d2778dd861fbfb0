"""Everything that imports PySide6: the loop, the job manager, widgets and the window."""
