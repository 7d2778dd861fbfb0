"""The kinds of arrays the studio engine passes around, and the sizes it works in.

A picture is ``H×W×3`` RGB, a layer ``H×W``; eight-bit ones run from 0 to 255, float ones from 0
to 1. The names tell a reader the kind; the type checker is not told it, for the stubs of numpy
and OpenCV disagree about the element types that operations give back.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[Any]
Floats = NDArray[Any]
Flags = NDArray[Any]
Labels = NDArray[Any]

WORKING_SIZE = 1600
"""Long side in pixels to which a photo is brought before anything else happens to it."""

PICTURE_WIDTH, PICTURE_HEIGHT = 1536, 1024


def to_bytes(values: Floats) -> Bytes:
    """A float layer or picture (0 to 1) as eight bits, rounded to the nearest."""
    rounded: Bytes = np.clip(np.rint(values * 255.0), 0, 255).astype(np.uint8)
    return rounded


def overlap(one: Flags, other: Flags) -> float:
    """Intersection over union of two masks, 0 to 1; 0 where both are empty."""
    union = int(np.count_nonzero(one | other))
    return int(np.count_nonzero(one & other)) / union if union else 0.0
