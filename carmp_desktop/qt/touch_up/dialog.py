"""The touch-up editor: a studio picture's outline and painted parts, corrected with a brush.

The dialog carries what is drawn to the session and what the session finds back to the picture; it
computes nothing itself.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carmp_desktop.core.engines.studio.corrections import Layer
from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.keys_sheet import KeysSheet
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.parts.room import room_for
from carmp_desktop.qt.touch_up.bar import TouchUpBar
from carmp_desktop.qt.touch_up.canvas import TouchUpCanvas
from carmp_desktop.qt.touch_up.panel import TouchUpPanel
from carmp_desktop.qt.touch_up.session import TouchUpSession
from carmp_desktop.qt.touch_up.work import Answer, Opened, Sight
from carmp_desktop.qt.words.remarks import translated_remark

_SIZE, _LEAST = QSize(1320, 820), QSize(880, 460)
"""As it is drawn; and what the window's own least size has room for."""


class TouchUpDialog(QDialog):
    """Corrects one scene; show it with ``open()``. The session is the caller's to shut down."""

    applied = Signal()
    """The corrected scene is kept, and the dialog is closing."""

    def __init__(self, title: str, session: TouchUpSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Touch up {title}").format(title=title))
        self._session = session
        self._answer: Answer | None = None
        self._problem: Problem | None = None
        self._saving = self._warned = False
        self._bar = TouchUpBar(title)
        self._canvas = TouchUpCanvas()
        self._panel = TouchUpPanel()
        self._build()
        self._connect()
        self._add_keys()
        self._show_choices()
        self._panel.set_state(ready=False, note=self.tr("Opening the picture…"))
        session.open()

    @property
    def canvas(self) -> TouchUpCanvas:
        """The picture that is drawn on."""
        return self._canvas

    @property
    def panel(self) -> TouchUpPanel:
        """The choices beside it."""
        return self._panel

    def reject(self) -> None:
        """Close, after a second press where strokes would be lost."""
        if self._saving:
            return
        if self._has_strokes and not self._warned:
            self._warned = True
            self._tell(self.tr("Your strokes are not applied. Cancel once more to drop them."))
            return
        super().reject()

    @property
    def _has_strokes(self) -> bool:
        drawn = self._answer is not None and self._answer.changed
        return drawn or self._canvas.waiting > 0

    @Slot(object)
    def _show_scene(self, opened: Opened) -> None:
        self._canvas.set_photo(opened.photo)
        self._panel.set_doubts([translated_remark(doubt) for doubt in opened.doubts])
        self._canvas.setFocus()

    @Slot(object)
    def _show_answer(self, answer: Answer) -> None:
        self._answer = answer
        self._canvas.set_answer(answer)
        self._bar.set_steps(undo=answer.can_undo, redo=answer.can_redo, reset=answer.changed)
        if not self._warned and not self._saving:
            self._tell("")

    @Slot(object, float, bool)
    def _draw(self, points: tuple[tuple[float, float], ...], width: float, adds: bool) -> None:
        self._warned, self._problem = False, None
        self._session.draw(self._panel.layer, points, width=width, adds=adds)
        self._tell("")

    @Slot()
    def _show_choices(self) -> None:
        """Let the picture and the session follow the panel."""
        panel = self._panel
        self._canvas.set_brush(float(panel.brush), adds=panel.adds)
        self._canvas.set_layer(panel.layer, masked=panel.masked)
        repainted = panel.layer is Layer.PAINT
        self._session.look(Sight(finished=not panel.masked, repainted=repainted))

    @Slot()
    def _save(self) -> None:
        self._saving, self._problem = True, None
        self._panel.set_state(ready=False, note=self.tr("Applying…"))
        self._session.save()

    @Slot()
    def _leave(self) -> None:
        self.accept()
        self.applied.emit()

    @Slot(object)
    def _show_problem(self, problem: Problem) -> None:
        self._saving, self._problem = False, problem
        self._tell("")

    @Slot()
    def _show_keys(self) -> None:
        KeysSheet(self).open()

    def _tell(self, note: str) -> None:
        self._panel.set_state(ready=self._has_strokes, note=note, problem=self._problem)

    def _connect(self) -> None:
        session, canvas, panel, bar = self._session, self._canvas, self._panel, self._bar
        session.opened.connect(self._show_scene)
        session.answered.connect(self._show_answer)
        session.saved.connect(self._leave)
        session.failed.connect(self._show_problem)
        canvas.stroke_drawn.connect(self._draw)
        canvas.zoomed.connect(bar.set_zoom)
        panel.changed.connect(self._show_choices)
        panel.apply_pressed.connect(self._save)
        panel.cancel_pressed.connect(self.reject)
        bar.undo_requested.connect(session.undo)
        bar.redo_requested.connect(session.redo)
        bar.reset_requested.connect(session.reset)
        bar.zoom_requested.connect(canvas.zoom_by)
        bar.fit_requested.connect(canvas.fit)

    def _add_keys(self) -> None:
        canvas, panel, session = self._canvas, self._panel, self._session
        keys = {
            "Ctrl+Z": session.undo,
            "Ctrl+Shift+Z": session.redo,
            "Ctrl+Y": session.redo,
            "[": panel.narrow,
            "]": panel.widen,
            "X": panel.swap_tool,
            "M": panel.toggle_mask,
            "O": partial(panel.choose_layer, Layer.OUTLINE),
            "P": partial(panel.choose_layer, Layer.PAINT),
            "Ctrl++": partial(canvas.zoom_by, 1.0),
            "Ctrl+=": partial(canvas.zoom_by, 1.0),
            "Ctrl+-": partial(canvas.zoom_by, -1.0),
            "Ctrl+0": canvas.fit,
            "F1": self._show_keys,
            "?": self._show_keys,
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _build(self) -> None:
        self.setMinimumSize(_LEAST)
        self.resize(room_for(self, _SIZE))
        middle = QHBoxLayout()
        middle.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        middle.addWidget(self._canvas)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addLayout(middle, 1)
        body.addWidget(_rule())
        body.addWidget(self._panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addLayout(body, 1)
        for button in self.findChildren(QPushButton):
            # Enter draws; it must not press a button that has not the focus.
            button.setAutoDefault(False)


def _rule() -> QFrame:
    """A hairline from top to bottom."""
    rule = QFrame()
    rule.setFixedWidth(1)
    rule.setBackgroundRole(QPalette.ColorRole.Shadow)
    rule.setAutoFillBackground(True)
    return rule
