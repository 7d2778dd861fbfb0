"""The export dialog: the choices at the left, what will be written at the right, one button.

It plans nothing and writes nothing: it says what is wanted and shows what it is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carmp_desktop.core.export.profiles import ExportProfile
from carmp_desktop.core.export.request import Plan
from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.batch.header import ProgressLine
from carmp_desktop.qt.export.form import ExportForm
from carmp_desktop.qt.export.plan_view import PlanView
from carmp_desktop.qt.export.scope import ExportScope, LastExport
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.parts.controls import eliding, push_button
from carmp_desktop.qt.parts.fading_scroll import FadingScroll
from carmp_desktop.qt.words.text import counted, number_text

_SIZE, _LEAST = QSize(980, 700), QSize(800, 440)
_FORM_WIDTH = 470
_EDGE = 48
_SETTLED_MS = 200


class ExportDialog(QDialog):
    """Show it with ``open()``; whoever hears `finished` lets it go."""

    plan_wanted = Signal(object)
    """What an `ExportRequest` would write; `show_plan` or `show_problem` answers."""

    export_requested = Signal(object)
    """The `Plan` shall be written; `show_progress`, then `accept` or `show_stopped` answer."""

    stop_requested = Signal()
    """The writing shall stop."""

    own_profiles_requested = Signal()
    """The file of the user's own profiles shall be opened."""

    returned = Signal()
    """The user comes back from another window, where profiles may have been changed."""

    def __init__(
        self,
        scopes: Sequence[ExportScope],
        profiles: Mapping[str, ExportProfile],
        last: LastExport,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self.form = ExportForm(scopes, profiles, last)
        self.plan_view = PlanView()
        self._plan: Plan | None = None
        self._is_writing = self._was_away = False
        self._bar = ProgressLine()
        self._told = eliding("", role="body")
        self._own = push_button(self.tr("Own profiles…"), role="link")
        self._cancel = push_button(self.tr("Cancel"), role="plain")
        self._export = push_button("", role="primary")
        # One plan for all that is typed in a breath.
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._build()
        self._connect()
        self._show_state()
        self._settled.start()

    @property
    def plan(self) -> Plan | None:
        """What a press would write, None while that is being found out."""
        return self._plan

    def show_plan(self, plan: Plan) -> None:
        """Show what would be written; one for a request that is wanted no more is left out."""
        if self._settled.isActive() or self._is_writing:
            return
        self._plan = plan if plan.files else None
        self.form.show_plan(plan)
        self.plan_view.show_plan(plan)
        self._show_state()

    def show_problem(self, problem: Problem) -> None:
        """Nothing can be written, or nothing was."""
        self._end_writing("")
        self._plan = None
        self.plan_view.show_problem(problem)
        self._show_state()

    def show_progress(self, done: int, total: int) -> None:
        """So many of the images are written."""
        self._bar.show_shares(done / max(1, total))
        words = self.tr("{done} of {total} images")
        self._told.setText(words.format(done=number_text(done), total=number_text(total)))
        self._bar.setAccessibleDescription(self._told.text())

    def show_stopped(self) -> None:
        """The writing was stopped, and nothing of it stays."""
        self._end_writing(self.tr("Stopped; nothing half-written is left."))

    def reject(self) -> None:
        """Stop the writing; when there is none, leave."""
        if self._is_writing:
            self._cancel.setEnabled(False)
            self._told.setText(self.tr("Stopping…"))
            self.stop_requested.emit()
            return
        super().reject()

    def changeEvent(self, event: QEvent) -> None:
        """Tell when the user comes back."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.ActivationChange or not hasattr(self, "_was_away"):
            return
        if not self.isActiveWindow():
            self._was_away = True
        elif self._was_away and not self._is_writing:
            self._was_away = False
            self.returned.emit()

    @Slot()
    def _take_change(self) -> None:
        self._plan = None
        self._told.setText("")
        self._settled.start()
        self._show_state()

    @Slot()
    def _ask_for_plan(self) -> None:
        request = self.form.request()
        if request is None:
            self.plan_view.show_missing()
            return
        self.plan_view.show_waiting()
        self.plan_wanted.emit(request)

    @Slot()
    def _write(self) -> None:
        if self._plan is not None:
            self._is_writing = True
            self._cancel.setFocus()
            self.show_progress(0, len(self._plan.files))
            self._show_state()
            self.export_requested.emit(self._plan)

    def _end_writing(self, told: str) -> None:
        had_focus = self._cancel.hasFocus()
        self._is_writing = False
        self._told.setText(told)
        self._show_state()
        if had_focus and self._export.isEnabled():
            self._export.setFocus()

    def _show_state(self) -> None:
        """Let be pressed what makes sense now."""
        writing, plan = self._is_writing, self._plan
        self.form.setEnabled(not writing)
        self._own.setEnabled(not writing)
        self._bar.setVisible(writing)
        self._cancel.setEnabled(True)
        self._cancel.setText(self.tr("Stop") if writing else self.tr("Cancel"))
        self._export.setEnabled(plan is not None and not writing)
        images = counted(
            len(plan.files) if plan else 0,
            self.tr("Export {n} image"),
            self.tr("Export {n} images"),
        )
        self._export.setText(images if plan else self.tr("Export"))

    def _connect(self) -> None:
        self.form.changed.connect(self._take_change)
        self._settled.timeout.connect(self._ask_for_plan)
        self._own.clicked.connect(self.own_profiles_requested)
        self._cancel.clicked.connect(self.reject)
        self._export.clicked.connect(self._write)

    def _build(self) -> None:
        self._take_size()
        scroll = FadingScroll()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self.form)
        for each in (self.form, scroll.viewport()):
            each.setAutoFillBackground(False)
        left = QFrame()
        left.setProperty("role", "panel")
        left.setFixedWidth(_FORM_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 1, 0)
        column.addWidget(scroll)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(left)
        body.addWidget(self.plan_view, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        layout.addWidget(self._bar)
        layout.addWidget(self._foot())
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self._export.setDefault(True)

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("role", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(2 * SPACE + 4, SPACE + 2, 2 * SPACE, SPACE + 2)
        row.setSpacing(SPACE)
        self._cancel.setFixedHeight(self._export.sizeHint().height())
        row.addWidget(self._own)
        row.addWidget(self._told, 1)
        row.addWidget(self._cancel)
        row.addWidget(self._export)
        return foot

    def _take_size(self) -> None:
        """Within the window it stands over."""
        window = self.parentWidget()
        room = window.size() - QSize(_EDGE, _EDGE) if window is not None else _SIZE
        self.setMinimumSize(_LEAST)
        self.resize(_SIZE.boundedTo(room).expandedTo(_LEAST))
