"""The studio engine at 1600 px, in one process as in a worker."""

from __future__ import annotations

import tempfile
from pathlib import Path

import cv2
from measure import at_most, median, tell

from carmp_desktop.core.engines.studio.network import SaliencyNetwork
from carmp_desktop.core.engines.studio.paints import read_paint
from carmp_desktop.core.engines.studio.photo_input import read_photo
from carmp_desktop.core.engines.studio.sidecar import png
from carmp_desktop.core.engines.studio.studio import Studio
from carmp_desktop.core.engines.studio.tasks import Task
from carmp_desktop.core.paths import resources

_RUNS = 5
_MODEL = resources() / "models" / "u2netp.onnx"
_PHOTO = resources() / "samples" / "sample_front_3_4.jpg"
_BLUE = "Blue #12419B (metallic)"
_PICTURE_S, _COLOR_S = 3.0, 0.5


def main() -> None:
    """A picture over one look of its network, a color over the packing of its PNG."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        studio = Studio(_MODEL, folder)
        network = SaliencyNetwork(_MODEL)
        photo = read_photo(_PHOTO)
        angle = Task(_PHOTO, "bench", folder / "angle.png")
        color = Task(_PHOTO, "bench", folder / "color.png", read_paint(_BLUE))
        studio.make(angle)
        picture = median(lambda: studio.make(angle), _RUNS)
        look = median(lambda: network.salience(photo), _RUNS)
        beside = f"{picture / look:.1f} looks of the network"
        tell(at_most("studio picture at 1600 px", picture, _PICTURE_S, "s", beside=beside))
        repainted = median(lambda: studio.make(color), _RUNS)
        packed = cv2.imread(str(folder / "angle.png"))
        pack = median(lambda: png(packed), _RUNS)
        beside = f"{repainted / pack:.1f} times the packing of its PNG"
        tell(at_most("… each further color", repainted, _COLOR_S, "s", beside=beside))


if __name__ == "__main__":
    main()
