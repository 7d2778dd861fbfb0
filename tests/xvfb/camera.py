"""Takes a picture of the whole X screen into the PNG file that is named."""

from __future__ import annotations

import sys

from PySide6.QtGui import QGuiApplication


def main() -> int:
    """Photograph the screen; the answer is the exit code."""
    app = QGuiApplication(sys.argv)
    picture = app.primaryScreen().grabWindow(0)
    return 0 if picture.save(sys.argv[1]) else 1


if __name__ == "__main__":
    sys.exit(main())
