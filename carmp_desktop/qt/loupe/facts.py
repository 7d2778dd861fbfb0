"""The loupe's right side: what is known of the image, its prompt, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from carmp_desktop.core.export.credentials import UNNAMED
from carmp_desktop.core.model import JobStatus
from carmp_desktop.qt.look.theme import tokens
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.loupe.buttons import LoupeButton
from carmp_desktop.qt.loupe.fact import ROW_PAD, FactRow, WordsBox
from carmp_desktop.qt.loupe.images import FullImage
from carmp_desktop.qt.loupe.items import LoupeItem
from carmp_desktop.qt.parts.controls import SectionHead
from carmp_desktop.qt.parts.key_hints import KeyHints

FACTS_WIDTH = 320
_INSET = 12
_ROOM_FOR_HINTS = 600
_TONES = {JobStatus.COMPLETED: "done", JobStatus.FAILED: "failed"}


class _Line(NamedTuple):
    """A fact as it is shown; ``tone`` names the token of its value, ``hint`` says more of it."""

    label: str
    value: str
    tone: str = "text"
    hint: str = ""


class LoupeFacts(QFrame):
    """Shows one item; its buttons only say that they were pressed."""

    copy_requested = Signal()
    """The image shall be put on the clipboard."""

    folder_requested = Signal()
    """The image's folder shall be shown."""

    touch_up_requested = Signal()
    """The image shall be corrected by hand."""

    again_requested = Signal()
    """The image shall be made once more."""

    bin_requested = Signal()
    """The image shall be put into the bin."""

    export_requested = Signal()
    """The image shall be exported."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        self.setFixedWidth(FACTS_WIDTH)
        self._rows: list[FactRow] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._copy_prompt = LoupeButton(self.tr("Copy"), "copy", role="flat")
        self._copy_prompt.setAccessibleName(self.tr("Copy the prompt"))
        self._copy_prompt.clicked.connect(self._copy_words)
        self._prompt_head = SectionHead(self.tr("Prompt"), self._copy_prompt)
        self._prompt_head.setFixedHeight(28)
        self._prompt = WordsBox()
        self._doubt = WordsBox(tone="check", heading=self.tr("Check me"))
        self._note = WordsBox()
        self._text = ""
        self.copy_image = LoupeButton(self.tr("Copy image"), "copy", parent=self)
        self._folder = LoupeButton(self.tr("Folder"), "folder", parent=self)
        self._folder.setToolTip(self.tr("Show the file in its folder"))
        self._touch_up = LoupeButton(self.tr("Touch up"), "brush", parent=self)
        self._touch_up.setToolTip(self.tr("Correct outline and painted parts by hand (T)"))
        self._again = LoupeButton(self.tr("Make again"), "retry", parent=self)
        self._bin = LoupeButton(self.tr("To the bin"), "trash", parent=self)
        self._export = LoupeButton(self.tr("Export…"), "export", parent=self)
        self._buttons = (
            self.copy_image,
            self._folder,
            self._again,
            self._touch_up,
            self._export,
            self._bin,
        )
        self._grid = QGridLayout()
        self._grid.setContentsMargins(_INSET + ROW_PAD, 0, _INSET + ROW_PAD, 0)
        self._grid.setSpacing(SPACE)
        self._hints = _hints()
        self._build()

    @property
    def rows(self) -> tuple[FactRow, ...]:
        """The facts as they are shown, from above."""
        return tuple(row for row in self._rows if not row.isHidden())

    @property
    def prompt(self) -> str:
        """The prompt as it is copied."""
        return self._text

    def show_item(self, item: LoupeItem, full: FullImage | None) -> None:
        """Show an item; ``full`` is its decoded file, None while it is not there."""
        tone = _TONES.get(item.status or JobStatus.QUEUED, "text")
        lines = [_Line(self.tr("State"), item.state, tone=tone)]
        for fact in item.facts:
            value = size_words(full) if fact.value is None and full else fact.value
            lines.append(_Line(fact.label, value or "…"))
        if full is not None and full.credentials is not None:
            lines.append(_credentials(full.credentials))
        self._show_lines(lines)
        self._text = item.prompt
        self._prompt.show_words(item.prompt)
        self._prompt_head.setVisible(bool(item.prompt))
        self._doubt.show_words(item.doubt)
        self._note.show_words(item.note)
        self.copy_image.setEnabled(full is not None)
        possible = {
            self.copy_image: item.image is not None,
            self._folder: item.image is not None,
            self._again: item.can_make_again,
            self._touch_up: item.can_touch_up,
            self._export: item.can_judge,
            self._bin: item.can_bin,
        }
        self._arrange([button for button, can in possible.items() if can])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the hints away where what there is to read needs the room."""
        super().resizeEvent(event)
        self._hints.setVisible(self.height() >= _ROOM_FOR_HINTS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The surface, and a hairline that parts it from the image."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, 0, 1, self.height(), QColor(tokens().border))
        painter.end()

    def _show_lines(self, lines: Sequence[_Line]) -> None:
        while len(self._rows) < len(lines):
            row = FactRow()
            self._rows.append(row)
            self._lines.addWidget(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(lines))
            if place < len(lines):
                line = lines[place]
                row.show_fact(line.label, line.value, tone=line.tone, hint=line.hint)

    @Slot()
    def _copy_words(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._copy_prompt.answer(self.tr("Copied"))

    def _build(self) -> None:
        for button, signal in (
            (self.copy_image, self.copy_requested),
            (self._folder, self.folder_requested),
            (self._touch_up, self.touch_up_requested),
            (self._again, self.again_requested),
            (self._bin, self.bin_requested),
            (self._export, self.export_requested),
        ):
            button.clicked.connect(signal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 2 * SPACE)
        layout.setSpacing(SPACE + SPACE // 2)
        layout.addWidget(self._scrolled(), 1)
        layout.addLayout(self._grid)
        hints = QVBoxLayout()
        hints.setContentsMargins(_INSET + ROW_PAD, 0, _INSET, 0)
        hints.addWidget(self._hints)
        layout.addLayout(hints)

    def _scrolled(self) -> QScrollArea:
        """Everything there is to read, scrolling where the window is too low for it."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(_INSET, 2 * SPACE, _INSET, 0)
        column.setSpacing(SPACE)
        column.addLayout(self._lines)
        words = QVBoxLayout()
        words.setContentsMargins(ROW_PAD, SPACE, ROW_PAD, 0)
        words.setSpacing(SPACE)
        for widget in (self._doubt, self._note, self._prompt_head, self._prompt):
            words.addWidget(widget)
        column.addLayout(words)
        column.addStretch()
        area = _Column()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        for each in (inside, area.viewport()):
            each.setAutoFillBackground(False)
        return area

    def _arrange(self, offered: Sequence[LoupeButton]) -> None:
        """Two buttons a line, and none that makes no sense."""
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.setVisible(button in offered)
        for place, button in enumerate(offered):
            self._grid.addWidget(button, place // 2, place % 2)


class _Column(QScrollArea):
    """Scrolls by wheel and by what has the focus; the arrow keys are the loupe's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all keys to the loupe."""
        event.ignore()


def size_words(full: FullImage) -> str:
    """What a file says of its size: ``1344 × 768 · PNG · 1.6 MB``."""
    weight = QLocale().formattedDataSize(full.bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
    return f"{full.size.width()} × {full.size.height()} · {full.kind} · {weight}"


def _credentials(claimed: str) -> _Line:
    """Who a file says to have made it; nobody has looked whether that is so."""
    return _Line(
        _tr("Content credentials"),
        _tr("Present, naming nobody") if claimed == UNNAMED else claimed,
        hint=_tr("What the file says of itself. Its signature is not checked here."),
    )


def _hints() -> KeyHints:
    return KeyHints(
        (
            (("←", "→", "↑", "↓"), _tr("walk through the images")),
            (("Space",), _tr("hold for the original")),
            (("V",), _tr("compare")),
            (("+", "−", "0", "1"), _tr("zoom, fit, 100 %")),
        )
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("LoupeFacts", text)
