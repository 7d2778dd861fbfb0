"""The head of a batch: the car, one line that says how far and how long, and a progress line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from carmp_desktop.core.events import BatchCompleted
from carmp_desktop.core.model import Batch, Cell, JobStatus
from carmp_desktop.qt.batch.matrix import CARD_WIDTHS
from carmp_desktop.qt.batch.progress import BatchProgress
from carmp_desktop.qt.look.theme import tokens
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.parts.controls import eliding, push_button
from carmp_desktop.qt.words.card_words import money_text

_LINE = 3
_SLIDER_WIDTH, _SLIDER_HEIGHT = 112, 24
_SECOND_MS = 1000


class BatchHeader(QWidget):
    """Tells about one batch; its slider only says what was chosen."""

    card_width_chosen = Signal(int)
    """The user moved the slider: the wanted width of a card, in device-independent pixels."""

    fit_chosen = Signal()
    """The cards shall fill the width again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._batch_id: str | None = None
        self._price: float | None = None
        self._progress = BatchProgress(())
        self._ended = False
        self._title = eliding("", role="title")
        self._line = eliding("", role="body")
        self._bar = ProgressLine()
        self._actions = QHBoxLayout()
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._fit = push_button(self.tr("Fit"), role="flat")
        self._clock = QTimer(self, interval=_SECOND_MS)
        self._soon = QTimer(self, singleShot=True, interval=0)  # one telling for many changes
        self._clock.timeout.connect(self._tell)
        self._soon.timeout.connect(self._tell)
        self._slider.valueChanged.connect(self.card_width_chosen)
        self._fit.clicked.connect(self.fit_chosen)
        self._build()

    @property
    def line(self) -> str:
        """What the header says, without the car."""
        return " · ".join(self._parts())

    def show_batch(self, batch: Batch) -> None:
        """Head ``batch``, none of whose jobs has begun."""
        self.grow(batch, [Cell(batch_id=batch.id, key=job.key) for job in batch.jobs])
        self._title.setText(batch.title)
        self._title.setToolTip(batch.title)

    def grow(self, batch: Batch, cells: Iterable[Cell]) -> None:
        """Count all cells that the batch has now; it is at work."""
        self._batch_id = batch.id
        self._price = batch.price
        self._ended = False
        self._progress = BatchProgress(cells)
        self._clock.start()
        self._tell()

    def update_cell(self, cell: Cell) -> None:
        """Count a cell's new state; another batch's changes nothing."""
        if cell.batch_id == self._batch_id:
            self._progress.update_cell(cell)
            self._soon.start()

    @Slot(object)
    def complete(self, event: BatchCompleted) -> None:
        """The batch has ended: stop counting the time."""
        if event.batch_id == self._batch_id:
            self._ended = True
            self._clock.stop()
            self._tell()

    def reopen(self) -> None:
        """The batch is at work again: count the time."""
        self._ended = False
        self._clock.start()
        self._soon.start()

    def add_action(self, button: QAbstractButton) -> None:
        """Put a button of the batch at the right, before the slider."""
        self._actions.addWidget(button)

    @Slot(int)
    def show_card_width(self, width: int) -> None:
        """Let the slider stand where the cards are; nothing is chosen by it."""
        self._slider.blockSignals(True)
        self._slider.setValue(width)
        self._slider.blockSignals(False)

    @Slot()
    def _tell(self) -> None:
        progress = self._progress
        self._line.setText(self.line)
        total = progress.total or 1
        done, failed = (progress.count(each) for each in (JobStatus.COMPLETED, JobStatus.FAILED))
        self._bar.show_shares(done / total, failed / total)
        self._bar.setAccessibleDescription(self._line.text())

    def _parts(self) -> list[str]:
        progress = self._progress
        done = progress.count(JobStatus.COMPLETED)
        parts = [self.tr("{done} of {total}").format(done=done, total=progress.total)]
        seconds = None if self._ended else progress.seconds_to_go(datetime.now(UTC))
        if seconds is not None:
            parts.append(self._time_to_go(seconds))
        if failed := progress.count(JobStatus.FAILED):
            parts.append(self.tr("{n} failed").format(n=failed))
        if canceled := progress.count(JobStatus.CANCELED):
            parts.append(self.tr("{n} canceled").format(n=canceled))
        return [*parts, *self._money()]

    def _money(self) -> list[str]:
        """What was spent, and about what is still to come; nothing where images cost nothing."""
        parts = []
        if self._progress.cost:
            spent = money_text(self._progress.cost)
            parts.append(self.tr("{money} spent").format(money=spent))
        rest = self._progress.to_be_charged
        if self._price and rest:
            to_come = money_text(self._price * rest)
            parts.append(self.tr("about {money} to come").format(money=to_come))
        return parts

    def _time_to_go(self, seconds: float) -> str:
        """Rounded to what an estimate deserves: five seconds, from 90 s on whole minutes."""
        if seconds < 5:
            return self.tr("a few seconds to go")
        if seconds < 90:
            return self.tr("about {n} s to go").format(n=5 * round(seconds / 5))
        return self.tr("about {n} min to go").format(n=round(seconds / 60))

    def _build(self) -> None:
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._slider.setRange(CARD_WIDTHS[0], CARD_WIDTHS[-1])
        self._slider.setFixedSize(_SLIDER_WIDTH, _SLIDER_HEIGHT)
        self._slider.setAccessibleName(self.tr("Size of the cards"))
        self._slider.setToolTip(self.tr("Size of the cards"))
        self._fit.setToolTip(self.tr("Let the cards fill the width"))
        self._fit.setAccessibleDescription(self._fit.toolTip())
        self._actions.setSpacing(SPACE)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._line)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addLayout(words, 1)
        row.addLayout(self._actions)
        row.addWidget(self._slider)
        row.addWidget(self._fit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE + 4)
        layout.addLayout(row)
        layout.addWidget(self._bar)


class ProgressLine(QWidget):
    """A line, three pixels high, lit as far as the work has come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares = (0.0, 0.0)
        self.setFixedHeight(_LINE)
        self.setAccessibleName(self.tr("Progress"))

    def show_shares(self, done: float, failed: float = 0.0) -> None:
        """Light the share of the line that is done, then the one that has failed; 0 to 1 each.

        What was canceled stays unlit: nothing has come of it.
        """
        if (done, failed) != self._shares:
            self._shares = done, failed
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The track, then the parts of it that are lit."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(QColor(tokens().border))
        painter.drawRoundedRect(whole, _LINE / 2, _LINE / 2)
        done, failed = self._shares
        lit = ((done + failed, tokens().failed if failed else ""), (done, tokens().accent))
        for share, color in lit:
            if share and color:
                part = QRectF(whole)
                part.setWidth(whole.width() * share)
                painter.setBrush(QColor(color))
                painter.drawRoundedRect(part, _LINE / 2, _LINE / 2)
        painter.end()
        event.accept()
