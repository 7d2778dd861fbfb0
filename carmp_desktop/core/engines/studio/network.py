"""U-2-Net small in OpenCV's own runtime: how salient each pixel of a picture is.

Source: Qin et al., "U2-Net: Going Deeper with Nested U-Structure for Salient Object Detection",
Pattern Recognition 106 (2020).
"""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from carmp_desktop.core.engines.studio.arrays import Bytes, Floats
from carmp_desktop.core.engines.studio.model_file import check_model

_INPUT = 320
_MEAN = np.array([0.485, 0.456, 0.406], np.float32)
_DEVIATION = np.array([0.229, 0.224, 0.225], np.float32)


class SaliencyNetwork:
    """The loaded model; about 50 MB at rest. Not to be shared between threads."""

    def __init__(self, model_file: Path) -> None:
        check_model(model_file)
        self._net = cv2.dnn.readNetFromONNX(str(model_file))
        self._output = self._net.getUnconnectedOutLayersNames()[0]

    def salience(self, rgb: Bytes) -> Floats:
        """How likely each pixel belongs to the object in the picture: ``H×W``, 0 to 1."""
        small = cv2.resize(rgb, (_INPUT, _INPUT), interpolation=cv2.INTER_AREA)
        values = small.astype(np.float32) / max(int(small.max()), 1)
        normal = (values - _MEAN) / _DEVIATION
        self._net.setInput(np.ascontiguousarray(normal.transpose(2, 0, 1)[np.newaxis]))
        answer: Floats = self._net.forward(self._output)[0, 0]
        height, width = rgb.shape[:2]
        return cv2.resize(answer, (width, height), interpolation=cv2.INTER_LINEAR)
