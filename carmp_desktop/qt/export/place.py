"""Where an export goes: a line to type in, a folder or a ZIP file to choose."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QFileDialog

from carmp_desktop.qt.parts.controls import push_button
from carmp_desktop.qt.settings.field import SettingsField

_ZIP = ".zip"


class PlaceField(SettingsField):
    """A path that ends in ``.zip`` is a ZIP file, any other a folder."""

    def __init__(self, path: str) -> None:
        hint = _tr("Nothing that is there is ever replaced.")
        super().__init__(_tr("Where"), path, hint=hint)
        self._folder = push_button(_tr("Folder…"), role="plain")
        self._zip = push_button(_tr("ZIP file…"), role="plain")
        self._folder.clicked.connect(self._choose_folder)
        self._zip.clicked.connect(self._choose_zip)
        self.add_button(self._folder)
        self.add_button(self._zip)

    @Slot()
    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, _tr("Export into a folder"), str(self._near))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._ask(dialog)

    @Slot()
    def _choose_zip(self) -> None:
        dialog = QFileDialog(self, _tr("Export into a ZIP file"), str(self._near))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # A number is put behind a name that is taken: nothing will be overwritten.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setNameFilter(_tr("ZIP files (*.zip)"))
        dialog.setDefaultSuffix("zip")
        dialog.selectFile(f"{Path(self.value).stem or 'export'}{_ZIP}")
        self._ask(dialog)

    @property
    def _near(self) -> Path:
        """A folder that is there to begin the search in."""
        path = Path(self.value or Path.home()).expanduser()
        return next((each for each in (path, *path.parents) if each.is_dir()), Path.home())

    def _ask(self, dialog: QFileDialog) -> None:
        dialog.fileSelected.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _take(self, path: str) -> None:
        self.line.setText(path)
        self._take_edit()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Export", text)
