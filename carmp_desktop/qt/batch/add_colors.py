"""Choosing colors for a batch that stands already: of one row, or of all its angles."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from carmp_desktop.core.model import Angle, Batch, Cell, CellKey, Color, EngineName, JobStatus
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.parts.controls import labeled, push_button
from carmp_desktop.qt.parts.segments import Segments
from carmp_desktop.qt.request.color_picker import ColorPicker
from carmp_desktop.qt.words.card_words import money_text
from carmp_desktop.qt.words.text import counted, short_angle_labels

_WIDTH, _TALLEST = 336, 236
_NO_IMAGE_TO_COME = (JobStatus.FAILED, JobStatus.CANCELED)


@dataclass(frozen=True, slots=True)
class Growth:
    """What may be added to a batch: colors on offer, and what one image of it costs."""

    batch: Batch
    cells: Mapping[CellKey, Cell]
    colors: Sequence[Color]
    price: float | None

    @property
    def angles(self) -> tuple[Angle, ...]:
        """The angles that have an image to start from, or will have."""
        return tuple(
            angle
            for angle in self.batch.request.angles
            if self.cells[CellKey(angle.key)].status not in _NO_IMAGE_TO_COME
        )

    def missing(self, colors: Sequence[Color], angle_keys: Collection[str]) -> list[CellKey]:
        """The cells by which ``colors`` of these angles would let the batch grow."""
        wanted = (CellKey(angle, color.key) for angle in angle_keys for color in colors)
        return [key for key in wanted if key not in self.cells]

    def on_offer(self, angle_keys: Collection[str]) -> tuple[Color, ...]:
        """The colors of which at least one of these angles lacks its image."""
        return tuple(color for color in self.colors if self.missing([color], angle_keys))


class AddColors(QFrame):
    """Opens beside what asked for it and goes with a press elsewhere or Escape."""

    add_requested = Signal(object, object)
    """A tuple of `Color` to be made, and the frozenset of the keys of the angles."""

    def __init__(self, growth: Growth, angle_key: str | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Add colors"))
        self._growth = growth
        self._all = frozenset(angle.key for angle in growth.angles)
        self._row = frozenset({angle_key} & self._all) if angle_key else frozenset[str]()
        self._scope = self._make_scope()
        self.picker = ColorPicker()
        self._none = labeled(
            self.tr("No angle of this batch has an image to make colors from. Retry one first."),
            role="muted",
        )
        self._scroll = QScrollArea()
        self._count = labeled("", role="figures")
        self._cost = labeled("", role="body")
        self._add = push_button("", role="primary")
        self._scope.chosen.connect(self._offer)
        self.picker.chosen_changed.connect(self._tell)
        self._add.clicked.connect(self._ask)
        self._build()
        self._offer()

    @property
    def angle_keys(self) -> frozenset[str]:
        """The angles that shall have the colors."""
        return self._row if self._row and self._scope.place == 0 else self._all

    @Slot()
    def _offer(self) -> None:
        if self._growth.colors:
            self.picker.explain_none(self.tr("Every color of the sheet is here already."))
        self.picker.set_colors(self._growth.on_offer(self.angle_keys))
        wanted = self.picker.heightForWidth(_WIDTH - 4 * SPACE)
        self._scroll.setFixedHeight(min(wanted + SPACE, _TALLEST))
        self._tell()

    @Slot()
    def _tell(self) -> None:
        count = len(self._growth.missing(self.picker.chosen(), self.angle_keys))
        images = counted(count, self.tr("{n} image"), self.tr("{n} images"))
        self._count.setText(images)
        self._cost.setText(self._price_words(count))
        choose = self.tr("Choose a color")
        self._add.setText(self.tr("Make {images}").format(images=images) if count else choose)
        self._add.setEnabled(count > 0)

    def _price_words(self, count: int) -> str:
        if self._growth.batch.request.engine is EngineName.STUDIO:
            return self.tr("on this computer")
        if self._growth.price is None:
            return self.tr("price unknown")
        return self.tr("about {money}").format(money=money_text(count * self._growth.price))

    @Slot()
    def _ask(self) -> None:
        self.add_requested.emit(self.picker.chosen(), self.angle_keys)
        self.close()

    def _make_scope(self) -> Segments:
        every = counted(len(self._all), self.tr("The one angle"), self.tr("All {n} angles"))
        label = self.tr("Which angles")
        if not self._row:
            return Segments(label, ((every, ""),))
        (key,) = self._row
        angle = next(angle for angle in self._growth.angles if angle.key == key)
        names = short_angle_labels(each.label for each in self._growth.angles)
        only = self.tr("{angle} only").format(angle=names[angle.label])
        return Segments(label, ((only, ""), (every, "")))

    def _build(self) -> None:
        self.setFixedWidth(_WIDTH)
        self._scope.setVisible(bool(self._row) and len(self._all) > 1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.picker)
        self.picker.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        figures = QHBoxLayout()
        figures.addWidget(self._count)
        figures.addStretch()
        figures.addWidget(self._cost)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE + 4)
        layout.addWidget(labeled(self.tr("Add colors"), role="title"))
        layout.addWidget(self._scope)
        layout.addWidget(self._none)
        layout.addWidget(self._scroll)
        layout.addLayout(figures)
        layout.addWidget(self._add)
        self._none.setWordWrap(True)
        self._none.setVisible(not self._all)
        self.setAccessibleDescription("" if self._all else self._none.text())
        for each in (self._scroll, self._count, self._cost, self._add):
            each.setVisible(bool(self._all))
