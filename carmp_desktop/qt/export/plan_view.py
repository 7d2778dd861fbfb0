"""What an export will write, shown before anything is written, and what stays behind and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from carmp_desktop.core.export.request import Plan, PlannedFile
from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.export.words import Remark, file_remarks, plan_words, remarks
from carmp_desktop.qt.look.theme import tokens
from carmp_desktop.qt.look.tokens import RADIUS_CARD, SPACE
from carmp_desktop.qt.parts.controls import Glyph, labeled
from carmp_desktop.qt.words.text import counted, number_text, problem_texts

_LISTED = 60
"""How many names are listed; the rest is counted."""

_INSET = 3 * SPACE


class PlanView(QScrollArea):
    """Scrolls by wheel, and by the arrow keys while it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("What will be written"))
        self.show_waiting()

    @property
    def text(self) -> str:
        """Everything that is told, a line each."""
        return "\n".join(label.text() for label in self.findChildren(QLabel))

    def show_waiting(self) -> None:
        """The images are being looked at."""
        self._tell([labeled(self.tr("Looking at the images…"), role="body")])

    def show_missing(self) -> None:
        """The choices lack something, which is said beside them."""
        self._tell([labeled(self.tr("Something in the choices needs a look first."), role="body")])

    def show_problem(self, problem: Problem) -> None:
        """Nothing can be written."""
        title, sentence, action = problem_texts(problem)
        remark = Remark(title, " ".join(filter(None, (sentence, action))))
        self._tell([_RemarkRow(remark, tone="failed")])

    def show_plan(self, plan: Plan) -> None:
        """Everything that would be written."""
        title = labeled(plan_words(plan), role="title")
        title.setWordWrap(True)
        place = _wrapped(self.tr("in {place}").format(place=plan.place), "muted")
        rows: list[QWidget] = [title, place]
        left = remarks((each.problem for each in plan.left_out), counting=True)
        rows += self._section(self._left_words(len(plan.left_out)), left, tone="failed")
        known = (*remarks(plan.warnings, counting=False), *file_remarks(plan))
        rows += self._section(self.tr("Good to know"), known, tone="check")
        if plan.files:
            rows.append(_head(self.tr("Files")))
            rows.append(_wrapped(self._names(plan), "muted"))
        self._tell(rows)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """It went elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring for the keyboard, behind what is told."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens().accent), 2))
            inside = self.viewport().rect().adjusted(4, 4, -4, -4)
            painter.drawRoundedRect(inside, RADIUS_CARD, RADIUS_CARD)
            painter.end()

    def _section(self, title: str, said: Sequence[Remark], *, tone: str) -> list[QWidget]:
        if not said:
            return []
        return [_head(title), *(_RemarkRow(remark, tone=tone) for remark in said)]

    def _left_words(self, count: int) -> str:
        return counted(count, self.tr("{n} image is left out"), self.tr("{n} images are left out"))

    def _names(self, plan: Plan) -> str:
        """Every file with its size in pixels, then what lies beside them."""
        lines = [_file_words(file) for file in plan.files[:_LISTED]]
        more = len(plan.files) - _LISTED
        if more > 0:
            lines.append(self.tr("and {n} more images").format(n=number_text(more)))
        return "\n".join([*lines, *(str(extra) for extra in plan.extras)])

    def _tell(self, rows: Sequence[QWidget]) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(_INSET, _INSET, _INSET, _INSET)
        column.setSpacing(SPACE)
        for row in rows:
            column.addWidget(row)
        column.addStretch()
        self.setWidget(inside)  # which lets the one before go
        for each in (inside, self.viewport()):
            each.setAutoFillBackground(False)
        self.setAccessibleDescription(self.text)


class _RemarkRow(QWidget):
    """A sign, what it is about, the sentence, and the files where it is about some of them."""

    def __init__(self, remark: Remark, *, tone: str) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(_wrapped(remark.heading, "strong"))
        words.addWidget(_wrapped(remark.sentence, "muted"))
        if remark.files:
            words.addWidget(_wrapped(remark.files, "muted"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(Glyph("warning", tone=tone), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)


def _head(text: str) -> QLabel:
    head = labeled(text, role="section")
    head.setContentsMargins(0, SPACE, 0, 0)
    return head


def _wrapped(text: str, role: str) -> QLabel:
    label = labeled(text, role=role)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _file_words(file: PlannedFile) -> str:
    width, height = file.framing.size
    return f"{file.name}   {width} × {height}"
