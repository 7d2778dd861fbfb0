"""The touch-up editor's top: what is corrected, how large it is shown, and the steps taken."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from carmp_desktop.qt.look.tokens import SPACE, TOPBAR_HEIGHT
from carmp_desktop.qt.parts.controls import IconButton, eliding, labeled, push_button

_ZOOM_WIDTH = 58


class TouchUpBar(QFrame):
    """Its buttons only say that they were pressed."""

    undo_requested = Signal()
    """The last step is to be taken back."""

    redo_requested = Signal()
    """The step taken back is to be made again."""

    reset_requested = Signal()
    """All strokes are to be dropped."""

    zoom_requested = Signal(float)
    """The picture is to be larger by so many steps, or smaller below 0."""

    fit_requested = Signal()
    """The whole picture is to be shown."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setFixedHeight(TOPBAR_HEIGHT)
        self._smaller = IconButton("minus", label=self.tr("Zoom out (Ctrl+−)"))
        self._fit = push_button("", role="flat")
        self._larger = IconButton("plus", label=self.tr("Zoom in (Ctrl++)"))
        self._undo = IconButton("undo", label=self.tr("Undo (Ctrl+Z)"))
        self._redo = IconButton("redo", label=self.tr("Redo (Ctrl+Shift+Z)"))
        self._reset = push_button(self.tr("Reset"), role="plain")
        self._fit.setMinimumWidth(_ZOOM_WIDTH)
        self._fit.setToolTip(self.tr("Show the whole picture (Ctrl+0)"))
        self._smaller.clicked.connect(self._zoom_out)
        self._larger.clicked.connect(self._zoom_in)
        self._fit.clicked.connect(self.fit_requested)
        self._undo.clicked.connect(self.undo_requested)
        self._redo.clicked.connect(self.redo_requested)
        self._reset.clicked.connect(self.reset_requested)
        self._build(title)
        self.set_steps(undo=False, redo=False, reset=False)
        self.set_zoom(1.0)

    def set_steps(self, *, undo: bool, redo: bool, reset: bool) -> None:
        """Which steps are possible now."""
        self._undo.setEnabled(undo)
        self._redo.setEnabled(redo)
        self._reset.setEnabled(reset)

    @Slot(float)
    def set_zoom(self, zoom: float) -> None:
        """Show how many times larger than fitted the picture is."""
        whole = zoom <= 1.0
        words = self.tr("Fit") if whole else self.tr("{zoom} ×").format(zoom=f"{zoom:.1f}")
        self._fit.setText(words)
        self._fit.setAccessibleName(
            self.tr("Zoom: {zoom}. Show the whole picture").format(zoom=words)
        )

    @Slot()
    def _zoom_in(self) -> None:
        self.zoom_requested.emit(1.0)

    @Slot()
    def _zoom_out(self) -> None:
        self.zoom_requested.emit(-1.0)

    def _build(self, title: str) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(eliding(title, role="strong"))
        layout.addSpacing(SPACE)
        layout.addWidget(labeled(self.tr("Touch-up"), role="muted"))
        layout.addStretch()
        for button in (self._smaller, self._fit, self._larger):
            layout.addWidget(button)
        layout.addSpacing(2 * SPACE)
        for button in (self._undo, self._redo):
            layout.addWidget(button)
        layout.addSpacing(SPACE)
        layout.addWidget(self._reset)
