"""How long the program's first window takes, from the start of the process, over a bare one.

Both run from bytecode, as an installed program does, whatever the environment says of writing it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measure import HERE, ROOT, at_most, tell

_TURNS = 7
_MOST = 1.5
_ENVIRONMENT = {
    "QT_QPA_PLATFORM": "offscreen",
    "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    "CARMP_GLOBAL_PROMPTS_URL": "http://127.0.0.1:9/none",
    "CARMP_ANGLE_PRESETS_URL": "http://127.0.0.1:9/none",
    "CARMP_COLOR_PRESETS_URL": "http://127.0.0.1:9/none",
}


def main() -> None:
    """Both in turns, the best of each; the first turn compiles, and warms the disk."""
    took: dict[str, list[float]] = {"program": [], "plain": [], "bare": []}
    with tempfile.TemporaryDirectory() as bytecode:
        for _ in range(_TURNS + 1):
            for which, times in took.items():
                with tempfile.TemporaryDirectory() as place:
                    times.append(_seconds(which, Path(place), bytecode))
    ours, plain, bare = (min(times[1:]) for times in took.values())
    beside = f"{ours:.2f} s over {bare:.2f} s; as many plain widgets on its loop {plain:.2f} s"
    tell(at_most("first window over a bare one", ours / bare, _MOST, "", beside=beside))


def _seconds(which: str, place: Path, bytecode: str) -> float:
    """From the start of the process until the window is painted."""
    environment = {**os.environ, **_ENVIRONMENT, "CARMP_PROFILE": str(place)}
    environment |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": bytecode}
    command = [sys.executable, str(HERE / "first_paint.py"), which]
    began = time.time()
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return float(done.stdout) - began


if __name__ == "__main__":
    main()
