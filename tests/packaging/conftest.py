"""Lets the tests import the modules beside `packaging/dev.py`, as those import each other."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging"))
