"""Opens the settings dialog and hands what was changed in it to the job manager."""

from __future__ import annotations

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from carmp_desktop.core.problems import Failure
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.notices import NoticeArea
from carmp_desktop.qt.settings_dialog import SettingsChange, SettingsDialog
from carmp_desktop.qt.window_words import settings_form

_FIELDS = (
    "global_prompts_url",
    "angle_presets_url",
    "color_presets_url",
    "model",
    "budget",
    "after_interruption",
    "gallery",
)


class SettingsDesk(QObject):
    """One settings dialog at a time, over one window."""

    def __init__(self, window: QWidget, jobs: JobManager, notices: NoticeArea) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._notices = notices
        self._dialog: SettingsDialog | None = None

    @Slot()
    def open(self) -> None:
        """Show the settings, or bring them to the front."""
        if self._dialog is not None:
            self._dialog.raise_()
            return
        self._form = settings_form(self._jobs.market)
        self._dialog = SettingsDialog(self._form, self._window)
        self._dialog.saved.connect(self._save)
        self._dialog.prices_requested.connect(self._show_prices)
        self._dialog.finished.connect(self._closed)
        self._dialog.open()

    @Slot(object)
    def _save(self, change: SettingsChange) -> None:
        # Only what was changed: what the environment or a default decides is not for the file.
        changes = {
            name: getattr(change, name)
            for name in _FIELDS
            if getattr(change, name) != getattr(self._form, name)
        }
        self._jobs.save_settings(token=change.token, **changes)

    @Slot()
    def _show_prices(self) -> None:
        try:
            table = self._jobs.market.price_table()
        except Failure as failure:
            self._notices.show_problem(failure.problem)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(table)))

    @Slot()
    def _closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
