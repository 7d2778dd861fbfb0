"""What can be shown of a scene now: its full image, else its small copy, else calm words."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from carmp_desktop.qt.loupe.filmstrip import icon_of
from carmp_desktop.qt.loupe.images import FullImages
from carmp_desktop.qt.loupe.items import LoupeItem, Scene
from carmp_desktop.qt.loupe.picture import SMALL, Exhibit
from carmp_desktop.qt.parts.images import ImageLoader


class Exhibits(QObject):
    """Makes exhibits of scenes, and asks for the small copies that bridge a decoding."""

    changed = Signal()
    """Something can be shown better than before."""

    def __init__(self, loader: ImageLoader, parent: QObject) -> None:
        super().__init__(parent)
        self.images = FullImages(self)
        self._loader = loader
        self._asked: set[str] = set()
        self.images.arrived.connect(self.changed)
        loader.loaded.connect(self._loaded)

    def of(self, scene: Scene | None) -> Exhibit:
        """The scene as it can be shown now."""
        if scene is None:
            return Exhibit(icon="image", title=self.tr("Nothing to compare with"))
        if scene.image is None:
            return self._unmade(scene)
        full = self.images.get(scene.image)
        if full is not None:
            return Exhibit(scene.name, full.image, full.size)
        if self.images.is_lost(scene.image):
            sentence = self.tr("It was moved, deleted or damaged: {name}")
            return Exhibit(
                scene.name,
                icon="image",
                title=self.tr("The file cannot be read"),
                sentence=sentence.format(name=scene.image.name),
            )
        return self._small(scene)

    def _small(self, scene: Scene) -> Exhibit:
        """The small copy, or while that is not there either an empty place."""
        if scene.thumb is None:
            return Exhibit(scene.name)
        small = self._loader.cached(scene.thumb, SMALL)
        if small is not None:
            return Exhibit(scene.name, small, small.size())
        if str(scene.thumb) not in self._asked:
            self._asked.add(str(scene.thumb))
            self._loader.request(scene.thumb, SMALL)
        return Exhibit(scene.name)

    @staticmethod
    def _unmade(scene: Scene) -> Exhibit:
        if not isinstance(scene, LoupeItem):
            return Exhibit(scene.name)
        icon = icon_of(scene.status)
        return Exhibit(scene.name, icon=icon, title=scene.state, sentence=scene.reason)

    @Slot(str)
    def _loaded(self, path: str) -> None:
        if path in self._asked:
            self._asked.discard(path)
            self.changed.emit()
