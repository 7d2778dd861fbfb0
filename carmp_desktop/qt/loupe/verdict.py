"""The loupe's two buttons that approve and reject; the same press again takes it back."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from carmp_desktop.core.store.approvals import Verdict
from carmp_desktop.qt.batch.verdicts import turned, verdict_words
from carmp_desktop.qt.look.icons import icon
from carmp_desktop.qt.look.theme import tokens
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.loupe.buttons import LoupeButton


class VerdictButtons(QWidget):
    """Says which verdict shall hold; whoever hears it answers with `show_verdict`."""

    judged = Signal(object)
    """The `Verdict` that shall hold from now on, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict: Verdict | None = None
        self._can_judge = self._is_compact = False
        self._approve = _VerdictButton(self.tr("Approve"), "approve", "done")
        self._reject = _VerdictButton(self.tr("Reject"), "reject", "failed")
        self._approve.setToolTip(self.tr("Approve for an export (A); once more takes it back"))
        self._reject.setToolTip(self.tr("Keep out of exports (X); once more takes it back"))
        self._approve.clicked.connect(self.approve)
        self._reject.clicked.connect(self.reject)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self._approve)
        layout.addWidget(self._reject)
        self.show_verdict(None, can_judge=False)

    def show_verdict(self, verdict: Verdict | None, *, can_judge: bool) -> None:
        """Show what was said; where there is no image to judge there are no buttons."""
        self._verdict, self._can_judge = verdict, can_judge
        self.setVisible(can_judge)
        self._tell()

    def set_compact(self, compact: bool) -> None:
        """Leave the words to the tooltips where there is little room."""
        if compact != self._is_compact:
            self._is_compact = compact
            self._tell()

    @Slot()
    def approve(self) -> None:
        """Approve, or take that back."""
        self._press(Verdict.APPROVED)

    @Slot()
    def reject(self) -> None:
        """Reject, or take that back."""
        self._press(Verdict.REJECTED)

    def _press(self, pressed: Verdict) -> None:
        if self._can_judge:
            self.judged.emit(turned(self._verdict, pressed))

    def _tell(self) -> None:
        for button, verdict, asks in (
            (self._approve, Verdict.APPROVED, self.tr("Approve")),
            (self._reject, Verdict.REJECTED, self.tr("Reject")),
        ):
            holds = self._verdict is verdict
            words = verdict_words(verdict) if holds else asks
            button.show_state(words, holds=holds, compact=self._is_compact)


class _VerdictButton(LoupeButton):
    """Its icon has the color of what it says while that holds."""

    def __init__(self, text: str, icon_name: str, tone: str) -> None:
        self._tone, self._holds = tone, False
        super().__init__(text, icon_name)

    def show_state(self, words: str, *, holds: bool, compact: bool) -> None:
        """Show whether the verdict holds, by word, frame and color."""
        self._holds = holds
        self.setAccessibleName(words)
        self.set_look("" if compact else words, self._icon_name)

    def _draw_icon(self) -> None:
        self.setIcon(icon(self._icon_name, getattr(tokens(), self._tone) if self._holds else None))
