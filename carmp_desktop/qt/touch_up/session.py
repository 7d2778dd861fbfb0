"""Corrects a scene on a thread of its own, and answers the editor with pictures and outlines.

One computation is under way at a time. What is drawn meanwhile waits and is computed together, so
the answer is always the newest state and never a queue of old ones.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from carmp_desktop.core.engines.studio.corrections import Layer
from carmp_desktop.core.problems import Failure
from carmp_desktop.qt.touch_up import work
from carmp_desktop.qt.touch_up.work import Answer, Edit, Opened, Points, Sight

if TYPE_CHECKING:
    from carmp_desktop.core.engines.studio.touch_up import TouchUp

_REST_MS = 350
"""How long nothing may change before the picture is rendered at its full size."""


class TouchUpSession(QObject):
    """Owns the corrections to one angle job's scene; its signals come later, never at once."""

    opened = Signal(object)
    """The scene is there: an `Opened`. An `answered` follows."""

    answered = Signal(object)
    """Everything asked so far is computed, or the newest part of it: an `Answer`."""

    saved = Signal()
    """The corrected scene is kept."""

    failed = Signal(object)
    """The scene could not be opened or saved: the `Problem`."""

    _finished = Signal(object)

    def __init__(self, workspace: Path, job_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._job_id = job_id
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="touch-up")
        self._touch_up: TouchUp | None = None
        self._edits: list[Edit] = []
        self._drawn = 0
        self._then: Callable[[Any], None] = self._begin
        self._sight = Sight()
        self._stale = self._busy = self._saving = self._closed = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._refine)
        self._finished.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def open(self) -> None:
        """Load the scene; answered by `opened`, or by `failed`."""
        task = partial(work.open_scene, self._workspace, self._job_id)
        self._submit(task, then=self._begin)

    def draw(self, layer: Layer, points: Points, *, width: float, adds: bool) -> None:
        """Add a stroke; ``points`` and ``width`` are in the photo's pixels."""
        self._drawn += 1
        self._edit(partial(work.draw, layer=layer, points=points, width=width, adds=adds))

    def look(self, sight: Sight) -> None:
        """Answer from now on with what this sight shows."""
        if sight != self._sight:
            self._sight = sight
            self._want()

    @Slot()
    def undo(self) -> None:
        """Take the last step back."""
        self._edit(work.undo)

    @Slot()
    def redo(self) -> None:
        """Make the step again that was taken back."""
        self._edit(work.redo)

    @Slot()
    def reset(self) -> None:
        """Drop all strokes; this can be undone."""
        self._edit(work.reset)

    @Slot()
    def save(self) -> None:
        """Keep the corrected scene; answered by `saved` or `failed`."""
        self._saving = True
        self._go()

    def shutdown(self) -> None:
        """Give up what waits, and wait for what is under way; nothing is answered afterwards."""
        self._closed = True
        self._rest.stop()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _edit(self, edit: Edit) -> None:
        self._edits.append(edit)
        self._want()

    def _want(self) -> None:
        self._stale = True
        self._rest.stop()
        self._go()

    @Slot()
    def _refine(self) -> None:
        self._go(fine=True)

    def _go(self, *, fine: bool = False) -> None:
        """Begin the next computation, unless one is under way or nothing is wanted."""
        touch_up = self._touch_up
        if self._busy or self._closed or touch_up is None:
            return
        edits, self._edits = self._edits, []
        if self._saving:
            self._saving = False
            self._submit(partial(work.save, touch_up, edits), then=self._say_saved)
        elif self._stale or fine:
            self._stale = False
            task = partial(work.answer, touch_up, edits, self._sight, fine=fine, drawn=self._drawn)
            self._submit(task, then=self._say_answered)

    def _submit(self, task: Callable[[], Any], *, then: Callable[[Any], None]) -> None:
        self._busy = True
        self._then = then
        self._executor.submit(task).add_done_callback(self._report)

    def _report(self, future: Future[Any]) -> None:
        if not self._closed:
            self._finished.emit(future)

    @Slot(object)
    def _take(self, future: Future[Any]) -> None:
        """Hand on what the thread made; a fault in it is raised here, where it is reported."""
        if self._closed:
            return
        self._busy = False
        try:
            self._then(future.result())
        except Failure as failure:
            self.failed.emit(failure.problem)
        self._go()

    def _begin(self, found: tuple[TouchUp, Opened]) -> None:
        self._touch_up, opened = found
        self._stale = True
        self.opened.emit(opened)

    def _say_answered(self, answer: Answer) -> None:
        self.answered.emit(answer)
        if answer.picture is not None and not answer.fine and not self._stale:
            self._rest.start()

    def _say_saved(self, _nothing: None) -> None:
        self.saved.emit()
