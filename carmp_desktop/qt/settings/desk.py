"""Opens the settings dialog, has its token tested, and hands on what was changed."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from carmp_desktop.core.engine_state import EngineState
from carmp_desktop.core.engines.replicate.account import REFUSED, TOKENS, Account
from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.secrets import Token
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.parts.notices import NoticeArea
from carmp_desktop.qt.settings.dialog import SettingsDialog
from carmp_desktop.qt.settings.form import SettingsChange
from carmp_desktop.qt.settings.inquiry import Inquiry
from carmp_desktop.qt.settings.words import mirror_token_words, settings_form, token_words
from carmp_desktop.qt.words.mirror_words import MirrorSaid

_FIELDS = (
    "global_prompts_url",
    "angle_presets_url",
    "color_presets_url",
    "model",
    "engine",
    "budget",
    "after_interruption",
    "gallery",
    "scheme",
    "language",
    "mirror_url",
)


class SettingsDesk(QObject):
    """One settings dialog at a time, over one window."""

    scheme_chosen = Signal(str)
    """Light, dark, or "" to follow the system: it holds from now on, and is saved already."""

    def __init__(self, window: QWidget, jobs: JobManager, notices: NoticeArea) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._notices = notices
        self._dialog: SettingsDialog | None = None
        self._whose: Inquiry[Account] = Inquiry(jobs)
        self._spent: Inquiry[Path] = Inquiry(jobs)
        self._mirror: MirrorSaid | None = None
        jobs.engine_changed.connect(self._token_changed)

    @property
    def dialog(self) -> SettingsDialog | None:
        """The dialog while it is open."""
        return self._dialog

    @Slot()
    def open(self) -> None:
        """Show the settings, or bring them to the front."""
        if self._dialog is not None:
            self._dialog.raise_()
            return
        market = self._jobs.market
        self._form = settings_form(market)
        self._dialog = SettingsDialog(self._form, self._window)
        self._dialog.saved.connect(self._save)
        self._dialog.test_requested.connect(self._test)
        self._dialog.test_canceled.connect(self._whose.withdraw)
        self._dialog.token.token_wanted.connect(_show_tokens)
        self._dialog.prices_requested.connect(self._show_prices)
        self._dialog.ledger_requested.connect(self._choose_ledger)
        self._dialog.finished.connect(self._closed)
        self._dialog.mirror.show_mirror(self._mirror)
        self._dialog.open()
        if market.token:
            self._dialog.token.show_asking()
            self._whose.ask(market.account(), self._told_whose)

    @Slot()
    def open_mirror(self) -> None:
        """Show the settings of the mirror."""
        self.open()
        assert self._dialog is not None
        self._dialog.show_page_of("mirror_url")

    def show_mirror(self, said: MirrorSaid | None) -> None:
        """Tell in the settings how the mirror stands; None where it is off."""
        self._mirror = said
        if self._dialog is not None:
            self._dialog.mirror.show_mirror(said)

    @Slot(str)
    def _test(self, token: str) -> None:
        self._whose.ask(self._jobs.market.account(token), self._told_whose)

    def _told_whose(self, answer: Account | Problem) -> None:
        if self._dialog is None:
            return
        if isinstance(answer, Account):
            self._dialog.show_account(answer)
        elif answer.code == REFUSED.code:
            self._dialog.show_refused(answer)
        else:
            self._dialog.show_untested(answer)

    @Slot(object)
    def _save(self, change: SettingsChange) -> None:
        # Only what was changed: what the environment or a default decides is not for the file.
        changes = {
            name: getattr(change, name)
            for name in _FIELDS
            if getattr(change, name) != getattr(self._form, name)
        }
        self._form = replace(self._form, **changes)  # the dialog may stay, and save again
        if change.mirror_token is not None:
            url = changes.pop("mirror_url", None)
            work = _change_mirror(self._jobs.market, url, change.mirror_token)
            self._jobs.ask(work, self._mirror_token_changed)
        self._jobs.save_settings(token=change.token, **changes)
        if "scheme" in changes:
            self.scheme_chosen.emit(change.scheme)

    @Slot(object)
    def _token_changed(self, state: EngineState) -> None:
        if self._dialog is not None:
            self._dialog.token.set_state(token_words(state.token), has_token=bool(state.token))

    def _mirror_token_changed(self, token: Token) -> None:
        if self._dialog is not None:
            words = mirror_token_words(token)
            self._dialog.mirror_token.set_state(words, has_token=bool(token))

    @Slot()
    def _show_prices(self) -> None:
        try:
            table = self._jobs.market.price_table()
        except Failure as failure:
            self._notices.show_problem(failure.problem)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(table)))

    @Slot()
    def _choose_ledger(self) -> None:
        dialog = QFileDialog(self._dialog, self.tr("Save what was spent"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Tables (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("spending.csv")
        dialog.fileSelected.connect(self._write_ledger)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _write_ledger(self, name: str) -> None:
        self._spent.ask(_write_ledger(self._jobs.market, Path(name)), self._told_of_ledger)

    def _told_of_ledger(self, answer: Path | Problem) -> None:
        if isinstance(answer, Problem):
            self._tell_problem(answer)
        elif self._dialog is not None:
            words = self.tr("Saved as {file}.").format(file=answer)
            self._dialog.field("budget").set_hint(words)

    def _tell_problem(self, problem: Problem) -> None:
        """In the dialog, below what was pressed; in the window where that is closed by now."""
        if self._dialog is None:
            self._notices.show_problem(problem)
        else:
            self._dialog.field("budget").set_problem(problem)

    @Slot()
    def _closed(self) -> None:
        self._whose.withdraw()
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def _show_tokens() -> None:
    QDesktopServices.openUrl(QUrl(TOKENS))


async def _change_mirror(market: Marketplace, url: str | None, token: str) -> Token:
    """Runs on the core's loop. Raises `Failure` where the settings cannot be written.

    The mirror rests meanwhile, so that no address is shown the token of another one; what happens
    in that time is written down and sent afterwards.
    """
    await market.mirror.aclose()
    try:
        if url is not None:
            market.save_settings(mirror_url=url)
        return await market.mirror.keep_token(token)
    finally:
        market.mirror.start()


async def _write_ledger(market: Marketplace, file: Path) -> Path:
    """Runs on the core's loop. Raises `Failure` where the file cannot be written."""
    ledger = await market.ledger()
    await asyncio.to_thread(ledger.write_csv, file)
    return file
