"""Notices that never block: what happened and what to do, stacked at the top of the centre."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.parts.controls import labeled, push_button
from carmp_desktop.qt.parts.notice import Notice, NoticeText
from carmp_desktop.qt.words.text import counted, problem_texts

_SHOWN = 3


class NoticeArea(QWidget):
    """The newest few notices; those below wait until there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices: list[Notice] = []
        self._more = labeled("", role="muted")
        self._all = push_button(self.tr("Dismiss all"), role="link")
        self._all.clicked.connect(self.clear)
        foot = QHBoxLayout()
        foot.addWidget(self._more)
        foot.addStretch()
        foot.addWidget(self._all)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE)
        self._layout.addLayout(foot)
        self.setAccessibleName(self.tr("Notices"))
        self._came_from: QWidget | None = None
        self._arrange()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """All notices, newest first, those that wait for room included."""
        return tuple(self._notices)

    @Slot(object)
    def show_problem(
        self,
        problem: Problem,
        *,
        button: str = "",
        pressed: Callable[[], object] | None = None,
        warning: bool = False,
    ) -> Notice:
        """Show a problem, as a mere warning where nothing failed because of it.

        ``button`` is the text of a button that calls ``pressed``, a bound method.
        """
        title, sentence, action = problem_texts(problem)
        kind = "warning" if warning else "error"
        text = NoticeText(kind, title, sentence, action, problem.details)
        return self._show(text, button=button, pressed=pressed)

    def show_info(
        self,
        title: str,
        sentence: str = "",
        *,
        button: str = "",
        pressed: Callable[[], object] | None = None,
    ) -> Notice:
        """Show something good to know."""
        return self._show(NoticeText("info", title, sentence), button=button, pressed=pressed)

    @Slot()
    def clear(self) -> None:
        """Dismiss every notice."""
        for notice in self.notices:
            notice.dismiss()  # so that whoever holds it hears of its end

    def _show(
        self, text: NoticeText, *, button: str, pressed: Callable[[], object] | None
    ) -> Notice:
        for notice in self._notices:
            if (notice.text, notice.button_text) == (text, button):
                notice.repeat()
                return notice
        notice = Notice(text, button=button, parent=self)
        notice.dismissed.connect(self._remove)
        if pressed is not None:
            notice.pressed.connect(pressed)
        if not self._holds(focus := self.window().focusWidget()):
            self._came_from = focus
        self._notices.insert(0, notice)
        self._layout.insertWidget(0, notice)
        self._arrange()
        self._announce(text)
        return notice

    def _announce(self, text: NoticeText) -> None:
        """Let a screen reader say it, an error before what it is just saying."""
        said = QAccessibleAnnouncementEvent(self, text.spoken)
        if text.kind == "error":
            said.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(said)

    @Slot(object)
    def _remove(self, notice: Notice) -> None:
        if notice not in self._notices:
            return
        had_focus = self._holds(QApplication.focusWidget())
        self._notices.remove(notice)
        self._layout.removeWidget(notice)
        notice.hide()
        notice.deleteLater()
        self._arrange()
        if had_focus:
            self._pass_focus_on()

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and self.isAncestorOf(widget)

    def _pass_focus_on(self) -> None:
        """Give the keyboard to the next notice, after the last one back to where it had been."""
        if self._notices:
            self._notices[0].take_focus()
            return
        target, self._came_from = self._came_from, None
        # It may have gone with its page in the meantime.
        if target is not None and isValid(target) and target.isVisible():
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        for place, notice in enumerate(self._notices):
            notice.setVisible(place < _SHOWN)
        waiting = max(0, len(self._notices) - _SHOWN)
        more = counted(waiting, self.tr("and {n} more notice"), self.tr("and {n} more notices"))
        self._more.setText(more)
        self._more.setVisible(waiting > 0)
        self._all.setVisible(waiting > 0)
        self.setVisible(bool(self._notices))
