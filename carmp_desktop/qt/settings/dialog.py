"""The settings, page by page: edited in place, checked, and handed over when saved.

A setting is declared in `core.settings`, with its help and its choices. To be in the dialog it
needs a place in `pages.PAGES`, a title, and words for its choices.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from carmp_desktop.core.engines.replicate.account import Account
from carmp_desktop.core.problems import Problem
from carmp_desktop.core.settings import choices_of, environment_name_of, help_of
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.parts.controls import push_button
from carmp_desktop.qt.parts.segments import Segments
from carmp_desktop.qt.settings.field import (
    SettingsChoice,
    SettingsField,
    SettingsRow,
    SettingsSwitch,
)
from carmp_desktop.qt.settings.form import SettingsChange, SettingsForm, faults_in
from carmp_desktop.qt.settings.mirror_field import MirrorField, mirror_token_field
from carmp_desktop.qt.settings.pages import PAGES, page_titles, titles, words_of_choices
from carmp_desktop.qt.settings.secret_field import SecretField
from carmp_desktop.qt.settings.token_field import TokenField

_SIZE = QSize(600, 456)


class SettingsDialog(QDialog):
    """Checks what can be checked here, in place; open it with ``open()``.

    A new token is tested before it is saved: whoever hears `test_requested` answers with
    `show_account`, `show_untested` or `show_refused`.
    """

    saved = Signal(object)
    """The user saved: a `SettingsChange`. The dialog closes unless a problem is set meanwhile."""

    test_requested = Signal(str)
    """A new token shall be tested; the dialog waits for what comes of it."""

    test_canceled = Signal()
    """Nobody waits for the test any more."""

    prices_requested = Signal()
    """The user wants to see and correct the price table."""

    ledger_requested = Signal()
    """The user wants to have what was spent as a file."""

    def __init__(self, values: SettingsForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._values = values
        self._is_testing = False
        self._is_saved = False
        self.token = TokenField(
            state=values.token_state, locked=values.token_locked, has_token=values.has_token
        )
        self.mirror = MirrorField(
            titles()["mirror_url"], values.mirror_url, hint=_help("mirror_url")
        )
        self.mirror_token = mirror_token_field(
            state=values.mirror_token_state,
            locked=values.mirror_token_locked,
            has_token=values.has_mirror_token,
        )
        self._rows = self._all_rows()
        self._tabs = Segments(self.tr("Settings"), [(title, "") for title in page_titles()])
        self._pages = QStackedWidget()
        self._save = push_button(self.tr("Save"), role="primary")
        self._cancel = push_button(self.tr("Cancel"), role="plain")
        self._add_buttons()
        self._build()
        self._connect()
        if not values.has_token:
            self.show_page_of("token")  # the setting that most who come here have come for

    def field(self, name: str) -> SettingsRow:
        """The row of a setting, named as in `SettingsChange`. Raises KeyError for another."""
        return self._rows[name]

    def show_page_of(self, name: str) -> None:
        """Bring a setting's page into sight, with the keyboard's focus on the setting."""
        self._tabs.choose(next(at for at, names in enumerate(PAGES) if name in names))
        self._rows[name].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_problem(self, field: str, problem: Problem) -> None:
        """Say below a field, named as in `SettingsChange`, what is wrong with it."""
        self._rows[field].set_problem(problem)
        self.show_page_of(field)

    def show_account(self, account: Account) -> None:
        """The token is good, and whose it is; what waited for that is saved."""
        if self._is_testing or not self.token.change:
            self.token.show_account(account)
        self._go_on_saving()

    def show_untested(self, problem: Problem) -> None:
        """Nobody could tell whether the token is good: a new one is kept all the same."""
        if self._is_testing or not self.token.change:
            self.token.show_untested(problem)
        self._go_on_saving()

    def show_refused(self, problem: Problem) -> None:
        """The service does not know the token: a new one is not kept."""
        if self._is_testing:
            self._set_testing(False)
            self.set_problem("token", problem)
        elif not self.token.change:
            self.token.set_problem(problem)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the highest page asks for in its language."""
        self._make_room()
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        """Grow where what is said on a page has become more than there is room for."""
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._make_room()
        return is_done

    def reject(self) -> None:
        """Stop waiting for a test; when there is none, leave without saving."""
        if self._is_testing:
            self._set_testing(False)
            self.token.clear_status()
            self.test_canceled.emit()
            return
        super().reject()

    @Slot()
    def _try_to_save(self) -> None:
        if self._is_saved:
            self.accept()
            return
        for row in self._rows.values():
            row.set_problem(None)
        faults = faults_in(self._values_now())
        wrong = {name: faults[name] for name in faults.keys() - self._values.locked}
        for name in (name for name in reversed(self._rows) if name in wrong):
            self.set_problem(name, wrong[name])  # the first of them ends with the focus
        if wrong:
            return
        if self.token.change:
            self._set_testing(True)
            self.token.show_asking()
            self.test_requested.emit(self.token.change)
        elif self._hand_over():
            self.accept()

    def _go_on_saving(self) -> None:
        """After the test of a new token the dialog stays, so that its answer can be read."""
        if not self._is_testing:
            return
        self._set_testing(False)
        if self._hand_over():
            self._is_saved = True
            self.token.settle()
            self.mirror_token.settle()
            self._save.setText(self.tr("Done"))
            self._cancel.hide()
            self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hand_over(self) -> bool:
        """Hand the change to whoever listens; the answer is whether nothing was found wrong."""
        self.saved.emit(
            SettingsChange(
                token=self.token.change,
                mirror_token=self.mirror_token.change,
                **self._values_now(),
            )
        )
        return not any(row.error for row in self._rows.values())

    def _set_testing(self, testing: bool) -> None:
        self._is_testing = testing
        self._tabs.setEnabled(not testing)
        self._pages.setEnabled(not testing)
        self._save.setEnabled(not testing)
        self._save.setText(self.tr("Testing…") if testing else self.tr("Save"))
        if testing:
            self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _values_now(self) -> dict[str, str]:
        return {
            name: row.value for name, row in self._rows.items() if not isinstance(row, SecretField)
        }

    @Slot()
    def _take_edit(self) -> None:
        """What was saved is no longer all there is."""
        self._is_saved = False
        self._save.setText(self.tr("Save"))
        self._cancel.show()

    def _make_room(self) -> None:
        layout = self.layout()
        assert layout is not None
        self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    @Slot()
    def _choose_gallery(self) -> None:
        gallery = self._rows["gallery"]
        assert isinstance(gallery, SettingsField)
        dialog = QFileDialog(self, self.tr("Choose the gallery folder"), gallery.value)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(gallery.line.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _all_rows(self) -> dict[str, SettingsRow]:
        made: dict[str, SettingsRow] = {
            "token": self.token,
            "mirror_url": self.mirror,
            "mirror_token": self.mirror_token,
        }
        rows = {name: made.get(name) or self._row(name) for names in PAGES for name in names}
        for name in self._values.locked & rows.keys():
            rows[name].set_locked(environment_name_of(name))
        return rows

    def _row(self, name: str) -> SettingsRow:
        """The control that a setting's choices ask for."""
        title, hint = titles()[name], _help(name)
        value, choices = getattr(self._values, name), choices_of(name)
        if not choices:
            return SettingsField(title, value, hint=hint)
        if len(choices) == 2:
            return SettingsSwitch(title, value, on=choices[1], hint=hint)
        words = words_of_choices()[name]
        return SettingsChoice(title, value, tuple(zip(choices, words, strict=True)), hint=hint)

    def _add_buttons(self) -> None:
        gallery, budget = self._rows["gallery"], self._rows["budget"]
        assert isinstance(gallery, SettingsField)
        assert isinstance(budget, SettingsField)
        browse = push_button(self.tr("Browse…"), role="plain")
        browse.clicked.connect(self._choose_gallery)
        gallery.add_button(browse)
        prices = push_button(self.tr("Price table"), role="plain")
        prices.setToolTip(self.tr("Open the table in which prices can be corrected"))
        prices.clicked.connect(self.prices_requested)
        budget.add_button(prices)
        ledger = push_button(self.tr("Spending…"), role="plain")
        ledger.setToolTip(self.tr("Save what each batch and month has cost as CSV"))
        ledger.clicked.connect(self.ledger_requested)
        budget.add_button(ledger)

    def _build(self) -> None:
        self.setMinimumSize(_SIZE)
        self._save.setDefault(True)
        self._cancel.setFixedHeight(self._save.sizeHint().height())
        for names in PAGES:
            page = QWidget()
            lines = QVBoxLayout(page)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(2 * SPACE)
            for name in names:
                lines.addWidget(self._rows[name])
            lines.addStretch()
            self._pages.addWidget(page)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(self._tabs)
        layout.addWidget(self._pages, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self._tabs.chosen.connect(self._pages.setCurrentIndex)
        self._save.clicked.connect(self._try_to_save)
        self._cancel.clicked.connect(self.reject)
        for row in self._rows.values():
            row.edited.connect(self._take_edit)


def _help(name: str) -> str:
    return QCoreApplication.translate("Settings", help_of(name))
