"""The menu of a photo: which angle it shows, where it stands, and away with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from carmp_desktop.core.model import Angle, Photo

PhotoCommand = tuple[str, str | None]
"""An action's data: ``tag`` and an angle's key or None, ``move`` and a direction, ``remove``."""


class PhotoMenu(QMenu):
    """Says through `triggered` what is wanted; the action's data is a `PhotoCommand`."""

    def __init__(self, photo: Photo, angles: Sequence[Angle], *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(photo.name)
        self._photo = photo
        self._offer_angles(angles)
        self.addSeparator()
        self._offer(self.tr("Move left"), ("move", "left"), keys="Alt+Left")
        self._offer(self.tr("Move right"), ("move", "right"), keys="Alt+Right")
        self._offer(self.tr("Remove photo"), ("remove", None), keys="Del")

    def _offer_angles(self, angles: Sequence[Angle]) -> None:
        group = QActionGroup(self)
        unsaid = self._offer(self.tr("Angle not said"), ("tag", None))
        actions = [unsaid, *(self._offer(angle.label, ("tag", angle.key)) for angle in angles)]
        for action in actions:
            action.setCheckable(True)
            action.setChecked(action.data()[1] == self._photo.angle_key)
            group.addAction(action)

    def _offer(self, text: str, command: PhotoCommand, *, keys: str = "") -> QAction:
        action = self.addAction(text.replace("&", "&&"))
        action.setData(command)
        if keys:
            action.setShortcut(QKeySequence(keys))
        return action
