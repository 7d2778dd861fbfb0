"""What the editor's thread does with a scene: opens it, corrects it, turns it into Qt's pictures.

Nothing here touches a widget. numpy and OpenCV are imported by the first piece of work, not with
the window.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainterPath, QPolygonF

from carmp_desktop.core.engines.studio.corrections import Layer

if TYPE_CHECKING:
    from carmp_desktop.core.engines.studio.touch_up import TouchUp

Points = tuple[tuple[float, float], ...]
"""A line as (x, y) in the photo's pixels."""

Edit = Callable[["TouchUp"], None]
"""One change to the corrections."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The scene as it was found: its photo, and what is doubtful about its masks."""

    photo: QImage
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sight:
    """What the editor wants to see: a finished picture or none, and repainted or not."""

    finished: bool = False
    repainted: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """The scene after ``drawn`` strokes, counted from the start whether or not still in force.

    ``car`` and ``paint`` are areas in the photo's pixels; ``picture`` is None where only those
    were wanted; it is at full size where it is ``fine``, else at half.
    """

    drawn: int
    car: QPainterPath
    paint: QPainterPath
    picture: QImage | None
    fine: bool
    can_undo: bool
    can_redo: bool
    changed: bool


def open_scene(workspace: Path, job_id: str) -> tuple[TouchUp, Opened]:
    """Load the scene of an angle job. Raises `Failure`."""
    from carmp_desktop.core.engines.studio.touch_up import TouchUp

    touch_up = TouchUp.open(workspace, job_id)
    scene = touch_up.original
    return touch_up, Opened(_image(scene.photo), scene.doubts + scene.paint_doubts)


def draw(touch_up: TouchUp, *, layer: Layer, points: Points, width: float, adds: bool) -> None:
    """Add a stroke."""
    from carmp_desktop.core.engines.studio.retouch import Stroke

    touch_up.add(layer, Stroke(points=points, width=width, adds=adds))


def undo(touch_up: TouchUp) -> None:
    """Take the last step back."""
    touch_up.undo()


def redo(touch_up: TouchUp) -> None:
    """Make the step again that was taken back."""
    touch_up.redo()


def reset(touch_up: TouchUp) -> None:
    """Drop all strokes."""
    touch_up.reset()


def save(touch_up: TouchUp, edits: Sequence[Edit]) -> None:
    """Make the changes and keep the scene. Raises `Failure`."""
    for edit in edits:
        edit(touch_up)
    touch_up.save()


def answer(
    touch_up: TouchUp, edits: Sequence[Edit], sight: Sight, *, fine: bool, drawn: int
) -> Answer:
    """Make the changes and show what came of them; ``fine`` renders at full size."""
    from carmp_desktop.core.engines.studio.touch_up import rings

    for edit in edits:
        edit(touch_up)
    scene = touch_up.corrected()
    picture = None
    if sight.finished:
        picture = _image(touch_up.preview(repainted=sight.repainted, fine=fine))
    history = touch_up.history
    return Answer(
        drawn=drawn,
        car=_area(rings(scene.alpha)),
        paint=_area(rings(scene.paint)),
        picture=picture,
        fine=fine,
        can_undo=history.can_undo,
        can_redo=history.can_redo,
        changed=bool(history.corrections),
    )


def _image(picture: Any) -> QImage:  # noqa: ANN401 - an H×W×3 array; numpy is not imported here
    height, width = picture.shape[:2]
    # A copy: the array's memory is not the image's to keep.
    return QImage(picture.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def _area(lines: tuple[Any, ...]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for line in lines:
        corners = [QPointF(x, y) for x, y in line.tolist()]
        path.addPolygon(QPolygonF([*corners, corners[0]]))
    return path
