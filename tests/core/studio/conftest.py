"""The network's file, and cars drawn once for all tests of the studio engine."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import cv2
import pytest

from carmp_desktop.core.engines.studio.network import SaliencyNetwork
from tests.core.studio.drawing import Drawn, draw_car

ROOT = Path(__file__).resolve().parents[3]
RED, WHITE, SILVER = (176, 30, 34), (236, 236, 232), (172, 175, 178)


@pytest.fixture(scope="session")
def model_file() -> Path:
    """The segmentation model, fetched where it is not there yet."""
    spec = importlib.util.spec_from_file_location("fetch_model", ROOT / "packaging/fetch_model.py")
    assert spec is not None
    assert spec.loader is not None
    fetch_model = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(fetch_model)
    assert fetch_model.ensure(ROOT, sys.executable)
    return ROOT / "resources" / "models" / "u2netp.onnx"


@pytest.fixture(scope="session")
def network(model_file: Path) -> SaliencyNetwork:
    return SaliencyNetwork(model_file)


@pytest.fixture(scope="session")
def red_car() -> Drawn:
    return draw_car(RED)


@pytest.fixture(scope="session")
def white_car() -> Drawn:
    return draw_car(WHITE)


@pytest.fixture(scope="session")
def silver_car() -> Drawn:
    return draw_car(SILVER)


@pytest.fixture
def red_photo(red_car: Drawn, tmp_path: Path) -> Path:
    """The red car as a JPEG file."""
    file = tmp_path / "red car.jpg"
    cv2.imwrite(str(file), cv2.cvtColor(red_car.rgb, cv2.COLOR_RGB2BGR))
    return file
