"""One notice: its kind by icon and word, what happened, what to do, and what can be pressed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from carmp_desktop.qt.look.theme import tokens
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.parts.controls import Glyph, IconButton, labeled, push_button

_STRIPE = 3


@dataclass(frozen=True, slots=True)
class NoticeText:
    """What a notice says; two that say the same are one. ``kind`` is info, warning or error."""

    kind: str
    title: str
    sentence: str = ""
    action: str = ""
    details: str = ""

    @property
    def spoken(self) -> str:
        """The whole notice as one text."""
        return " ".join(part for part in (f"{self.title}.", self.sentence, self.action) if part)


class Notice(QFrame):
    """One notice. Escape dismisses it while the focus is in it."""

    dismissed = Signal(object)
    """It has been read, or its button was pressed; carries this `Notice`."""

    pressed = Signal()
    """Its button was pressed."""

    def __init__(
        self, text: NoticeText, *, button: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.text = text
        self.button_text = button
        self._times = 1
        self._tone = {"info": "accent", "warning": "check", "error": "failed"}[text.kind]
        self._count = labeled("", role="muted")
        self._copy = push_button(self.tr("Copy details"), role="flat")
        self._act = push_button(button, role="plain")
        self._close = IconButton(
            "close", label=self.tr("Dismiss: {title}").format(title=text.title)
        )
        self._copy.clicked.connect(self._copy_details)
        self._act.clicked.connect(self._press)
        self._close.clicked.connect(self.dismiss)
        self._build()

    def repeat(self) -> None:
        """The same happened once more."""
        self._times += 1
        self._count.setText(self.tr("{n} times").format(n=self._times))
        self._count.show()

    def take_focus(self) -> None:
        """Let the keyboard stand on the button that dismisses."""
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def dismiss(self) -> None:
        """Ask to be taken away."""
        self.dismissed.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape dismisses."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame, then a stripe of the kind's color along its left side."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(tokens(), self._tone)))
        stripe = self.rect().adjusted(5, 9, 0, -9)
        stripe.setWidth(_STRIPE)
        painter.drawRoundedRect(stripe, _STRIPE / 2, _STRIPE / 2)
        painter.end()

    @Slot()
    def _press(self) -> None:
        self.pressed.emit()
        self.dismiss()

    @Slot()
    def _copy_details(self) -> None:
        parts = (self.text.spoken, self.text.details)
        QGuiApplication.clipboard().setText("\n\n".join(part for part in parts if part))
        self._copy.setText(self.tr("Copied"))

    def _build(self) -> None:
        text = self.text
        kind = {
            "info": self.tr("Note"),
            "warning": self.tr("Warning"),
            "error": self.tr("Error"),
        }[text.kind]
        self.setAccessibleName(f"{kind}: {text.spoken}")
        title = labeled(text.title, role="strong")
        self._count.hide()
        # Never shown here: what is shown before it has a parent is a window for a moment.
        if not text.details:
            self._copy.hide()
        if not self.button_text:
            self._act.hide()
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(title)
        head.addWidget(self._count)
        head.addStretch()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(head)
        told = " ".join(part for part in (text.sentence, text.action) if part)
        if told:
            body = labeled(told, role="body")
            body.setWordWrap(True)
            body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.addWidget(body)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 9, SPACE, 10)
        layout.setSpacing(SPACE)
        top, middle = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
        glyph = Glyph("info" if text.kind == "info" else "warning", tone=self._tone)
        glyph.setAccessibleName(kind)
        layout.addWidget(glyph, 0, top)
        layout.addLayout(words, 1)
        layout.addWidget(self._copy, 0, middle)
        layout.addWidget(self._act, 0, middle)
        layout.addWidget(self._close, 0, middle)
