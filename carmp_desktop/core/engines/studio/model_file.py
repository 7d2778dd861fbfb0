"""The network's file: which one it must be. Imports nothing heavy."""

from __future__ import annotations

import hashlib
from pathlib import Path

from carmp_desktop.core.engines.studio.problems import model_missing
from carmp_desktop.core.problems import Failure

MODEL_NAME = "u2netp"
MODEL_SHA256 = "309c8469258dda742793dce0ebea8e6dd393174f89934733ecc8b14c76f4ddd8"


def check_model(file: Path) -> None:
    """Raise `Failure` unless ``file`` is the very model this engine was made for."""
    try:
        found = hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError as error:
        raise Failure(model_missing(str(error))) from error
    if found != MODEL_SHA256:
        raise Failure(model_missing(f"{file.name}: sha256 {found}"))
