"""Opens the loupe for an image of the gallery, and walks from there to those around it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QWidget

from carmp_desktop.core.library import Picture, Sources
from carmp_desktop.core.model import JobStatus
from carmp_desktop.core.store.approvals import Verdict
from carmp_desktop.qt.gallery.page import GalleryPage
from carmp_desktop.qt.gallery.words import (
    angle_names,
    angle_words,
    color_words,
    engine_words,
    moment_words,
)
from carmp_desktop.qt.loupe.items import Fact, LoupeItem, LoupeSet, Scene
from carmp_desktop.qt.loupe.loupe import Loupe
from carmp_desktop.qt.parts.images import ImageLoader
from carmp_desktop.qt.words.card_words import money_text
from carmp_desktop.qt.words.remarks import translated_remark

_AROUND = 250
"""How many images before and after the opened one can be walked to."""


class GalleryLoupe(QObject):
    """One loupe at a time, over one window; what is wished in it the page asks for."""

    def __init__(self, window: QWidget, page: GalleryPage, loader: ImageLoader) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._loader = loader
        self._loupe: Loupe | None = None
        self._shown: tuple[Picture, ...] = ()
        self._near: tuple[Picture, ...] = ()
        self._batch_id: str | None = None
        self._sources: dict[str, Sources] = {}
        page.open_requested.connect(self.open)
        page.view.selection_changed.connect(self._follow_page)
        page.sources_found.connect(self._take_sources)

    @property
    def loupe(self) -> Loupe | None:
        """The loupe, while it is open."""
        return self._loupe

    @Slot(object, object)
    def open(self, picture: Picture, shown: tuple[Picture, ...]) -> None:
        """Look at one of the images that are shown."""
        self.shutdown()
        loupe = Loupe(self._set_around(picture.id, shown), picture.id, self._loader, self._window)
        loupe.moved.connect(self._follow_loupe)
        loupe.folder_requested.connect(self._show_folder)
        loupe.star_toggled.connect(self._star)
        loupe.bin_requested.connect(self._bin)
        loupe.verdict_requested.connect(self._judge)
        loupe.export_requested.connect(self._export)
        loupe.closed.connect(self._forget)
        self._loupe = loupe
        loupe.begin()

    def shutdown(self) -> None:
        """Close the loupe, if it is open."""
        if self._loupe is not None:
            self._loupe.leave()

    def _set_around(self, picture_id: Hashable, shown: tuple[Picture, ...]) -> LoupeSet:
        self._shown = shown
        gone = max(0, self._page.view.currentIndex().row())
        place = next((n for n, each in enumerate(shown) if each.id == picture_id), gone)
        self._near = shown[max(0, place - _AROUND) : place + _AROUND + 1]
        return self._set_of(shown[place].batch_id if place < len(shown) else None)

    def _set_of(self, batch_id: str | None) -> LoupeSet:
        """All near images, and the photos of one batch to compare with, asked for at first."""
        near, self._batch_id = self._near, batch_id
        if batch_id is not None and batch_id not in self._sources:
            self._page.sources_requested.emit(batch_id)
        angles = {(each.batch_id, each.angle_key): each.id for each in near if not each.color_key}
        names = angle_names(self._shown)
        items = tuple(
            _item(each, angles.get((each.batch_id, each.angle_key)), self._photo_of(each), names)
            for each in near
        )
        photos = self._sources.get(batch_id or "", Sources()).photos
        scenes = tuple(Scene(photo.path, photo.name, photo.path) for photo in photos)
        return LoupeSet(self.tr("Gallery"), items, self._page.view.places.columns, scenes)

    def _photo_of(self, picture: Picture) -> Path | None:
        """The photo that an angle's own image shows, where that is known by now."""
        sources = self._sources.get(picture.batch_id or "")
        return sources.shown.get(picture.angle_key) if sources is not None else None

    @Slot(str, object)
    def _take_sources(self, batch_id: str, sources: Sources) -> None:
        if self._loupe is not None:
            self._sources[batch_id] = sources
            if batch_id == self._batch_id:
                self._loupe.show_set(self._set_of(batch_id))

    @Slot()
    def _follow_page(self) -> None:
        """Show what has changed: a star, a new image, one that is gone."""
        shown = self._page.view.shown
        if self._loupe is None or shown is self._shown:
            return
        if shown:
            self._loupe.show_set(self._set_around(self._loupe.item.key, shown))
        else:
            self.shutdown()

    @Slot(object)
    def _follow_loupe(self, key: int) -> None:
        self._page.view.select(key)
        batch_id = next((each.batch_id for each in self._near if each.id == key), None)
        if self._loupe is not None and batch_id != self._batch_id:
            self._loupe.show_set(self._set_of(batch_id))

    @Slot(object)
    def _show_folder(self, key: int) -> None:
        picture = next((each for each in self._page.view.shown if each.id == key), None)
        if picture is not None:
            self._page.folder_requested.emit(picture)

    @Slot(object, bool)
    def _star(self, key: int, starred: bool) -> None:
        self._page.star_requested.emit((key,), starred)

    @Slot(object)
    def _bin(self, key: int) -> None:
        self._page.bin_requested.emit((key,))

    @Slot(object, object)
    def _judge(self, key: int, verdict: Verdict | None) -> None:
        self._page.verdict_requested.emit((key,), verdict)

    @Slot(object)
    def _export(self, key: int) -> None:
        chosen = tuple(each for each in self._page.view.shown if each.id == key)
        if chosen:
            self._page.export_requested.emit(chosen)

    @Slot()
    def _forget(self) -> None:
        if self._loupe is not None:
            self._loupe.deleteLater()
        self._loupe = None
        self._sources.clear()  # the next time the files may be elsewhere


def _item(
    picture: Picture, angle_id: int | None, photo: Path | None, names: Mapping[str, str]
) -> LoupeItem:
    """An image with all that is known of it.

    ``angle_id`` is the image its color was made from, ``photo`` what an angle's own image shows,
    ``names`` what the angles are called.
    """
    before: Hashable = angle_id if picture.color_key else photo
    return LoupeItem(
        picture.id,
        color_words(picture) if picture.batch_id else "",
        image=picture.file,
        thumb=picture.thumb,
        row=" · ".join(part for part in (picture.car, angle_words(picture, names)) if part),
        status=JobStatus.COMPLETED,
        state=_tr("Completed"),
        facts=(
            Fact(_tr("Engine"), " · ".join(filter(None, (engine_words(picture), picture.model)))),
            Fact(_tr("Size"), None),
            Fact(_tr("Price"), money_text(picture.cost) if picture.cost else _tr("None")),
            Fact(_tr("Made"), moment_words(picture.made_at)),
            Fact(_tr("File"), picture.file.name),
        ),
        prompt="" if picture.is_local else picture.prompt,
        doubt=translated_remark(picture.doubt or ""),
        note=translated_remark(picture.note or ""),
        before=before,
        starred=picture.starred if picture.binned_at is None else None,
        can_bin=picture.binned_at is None,
        verdict=picture.approval,
        can_judge=picture.binned_at is None,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("GalleryLoupe", text)
