"""The touch-up editor's right side: which layer, which brush, what is shown, and the way out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from carmp_desktop.core.engines.studio.corrections import Layer
from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.parts.controls import SectionHead, as_wide_as_the_panel, labeled, push_button
from carmp_desktop.qt.parts.key_hints import KeyHints
from carmp_desktop.qt.parts.segments import Segments
from carmp_desktop.qt.parts.switch import Switch
from carmp_desktop.qt.words.text import problem_texts

_WIDTH = 304
_LAYERS = (Layer.OUTLINE, Layer.PAINT)
_THINNEST, _WIDEST, _FIRST = 2, 120, 14
_STEP = 1.2
_BUTTON_HEIGHT = 42


class TouchUpPanel(QFrame):
    """Holds the choices; what they mean for the picture is the dialog's."""

    changed = Signal()
    """The layer, the brush, or what is shown is now another."""

    apply_pressed = Signal()
    """The corrections are to be kept."""

    cancel_pressed = Signal()
    """The corrections are to be dropped."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        self.setFixedWidth(_WIDTH)
        self._layer = Segments(
            self.tr("Correct"), ((self.tr("Outline"), ""), (self.tr("Paint"), ""))
        )
        self._tool = Segments(self.tr("Brush"), (("", "plus"), ("", "minus")))
        self._size = QSlider(Qt.Orientation.Horizontal)
        self._size.setRange(_THINNEST, _WIDEST)
        self._size.setValue(_FIRST)
        self._size.setAccessibleName(self.tr("Brush size in pixels"))
        self._pixels = labeled("", role="muted")
        self._mask = Switch(self.tr("Show mask"))
        self._mask.setChecked(True)
        self._advice, self._legend = (_paragraph("muted") for _ in range(2))
        self._doubt = QFrame()
        self._doubt_words = _paragraph("body")
        self._note = _paragraph("muted")
        self._error = _paragraph("error")
        self._apply = push_button(self.tr("Apply to all colors of this row"), role="primary")
        self._cancel = push_button(self.tr("Cancel"), role="plain")
        self._build()
        self._connect()
        self._tell()

    @property
    def layer(self) -> Layer:
        """What a stroke corrects."""
        return _LAYERS[self._layer.place]

    @property
    def adds(self) -> bool:
        """Whether a stroke means "keep" or "paint", and not the opposite."""
        return self._tool.place == 0

    @property
    def brush(self) -> int:
        """The width of a stroke in the picture's pixels."""
        return self._size.value()

    @property
    def masked(self) -> bool:
        """Whether the mask is shown, and not the finished picture."""
        return self._mask.isChecked()

    def choose_layer(self, layer: Layer) -> None:
        """Correct this layer from now on."""
        self._layer.choose(_LAYERS.index(layer))

    @Slot()
    def swap_tool(self) -> None:
        """Take the other of the two brushes."""
        self._tool.choose(1 if self.adds else 0)

    @Slot()
    def toggle_mask(self) -> None:
        """Show the mask, or the finished picture."""
        self._mask.toggle()

    @Slot()
    def widen(self) -> None:
        """Take a wider brush."""
        self._size.setValue(max(self.brush + 1, round(self.brush * _STEP)))

    @Slot()
    def narrow(self) -> None:
        """Take a thinner brush."""
        self._size.setValue(min(self.brush - 1, round(self.brush / _STEP)))

    def set_doubts(self, doubts: Sequence[str]) -> None:
        """Say what of the masks should be checked; nothing hides the place."""
        self._doubt_words.setText(" ".join(doubts))
        self._doubt.setVisible(bool(doubts))

    def set_state(self, *, ready: bool, note: str, problem: Problem | None = None) -> None:
        """Whether there is something to apply, what is to be said about it, and what is wrong."""
        self._apply.setEnabled(ready)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._error.setText(" ".join(problem_texts(problem)[1:]) if problem else "")
        self._error.setVisible(problem is not None)

    @Slot()
    def _tell(self) -> None:
        """Put into words what the choices mean, then say that they changed."""
        outline = self.layer is Layer.OUTLINE
        tools = (self.tr("Keep"), self.tr("Remove"))
        if not outline:
            tools = (self.tr("Paint"), self.tr("Not paint"))
        self._tool.rename(self.tr("Brush"), tools)
        self._advice.setText(
            self.tr("Mark what belongs to the car and what does not. Short strokes are enough.")
            if outline
            else self.tr("Mark the painted body. Glass, tires, lamps and plate are not paint.")
        )
        self._legend.setText(self._legend_words(outline=outline))
        self._pixels.setText(self.tr("{n} px").format(n=self.brush))
        self.changed.emit()

    def _legend_words(self, *, outline: bool) -> str:
        if not self.masked and outline:
            return self.tr("This is the finished picture.")
        if not self.masked:
            return self.tr("The painted parts are shown in a trial color.")
        if outline:
            return self.tr("What is hatched is cut away.")
        return self.tr("What is hatched along the line is repainted.")

    def _connect(self) -> None:
        for signal in (
            self._layer.chosen,
            self._tool.chosen,
            self._size.valueChanged,
            self._mask.toggled,
        ):
            signal.connect(self._tell)
        self._apply.clicked.connect(self.apply_pressed)
        self._cancel.clicked.connect(self.cancel_pressed)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 2 * SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(_scrolled(self._choices()), 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
        foot.setSpacing(SPACE)
        for widget in (self._note, self._error, self._apply, self._cancel):
            foot.addWidget(widget)
        self._apply.setMinimumHeight(_BUTTON_HEIGHT)
        as_wide_as_the_panel(self._apply)
        layout.addLayout(foot)

    def _choices(self) -> QWidget:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 0)
        layout.setSpacing(SPACE)
        for widget in (SectionHead(self.tr("Correct")), self._layer, self._advice):
            layout.addWidget(widget)
        layout.addSpacing(SPACE)
        layout.addWidget(SectionHead(self.tr("Brush"), self._pixels))
        layout.addWidget(self._tool)
        layout.addWidget(self._size)
        layout.addSpacing(SPACE)
        mask = QHBoxLayout()
        mask.addWidget(labeled(self.tr("Show mask"), role="section"))
        mask.addStretch()
        mask.addWidget(self._mask)
        layout.addLayout(mask)
        layout.addWidget(self._legend)
        layout.addSpacing(SPACE)
        layout.addWidget(self._doubt)
        layout.addStretch()
        layout.addWidget(self._hints())
        self._fill_doubt()
        return inside

    def _fill_doubt(self) -> None:
        self._doubt.setProperty("role", "card")
        layout = QVBoxLayout(self._doubt)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(2)
        layout.addWidget(labeled(self.tr("Please check"), role="check"))
        layout.addWidget(self._doubt_words)
        self.set_doubts(())

    def _hints(self) -> KeyHints:
        return KeyHints(
            (
                (("[", "]"), self.tr("brush size")),
                (("X",), self.tr("the other brush")),
                (("M",), self.tr("mask or finished picture")),
                (("Space",), self.tr("hold and drag to move")),
                (("←", "→", "Enter"), self.tr("draw with the keyboard")),
            )
        )


def _paragraph(role: str) -> QLabel:
    label = labeled("", role=role)
    label.setWordWrap(True)
    return label


def _scrolled(inside: QWidget) -> QScrollArea:
    """A column that scrolls where the window is too low for it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    for each in (inside, area.viewport()):
        each.setAutoFillBackground(False)
    return area
