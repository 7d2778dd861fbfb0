"""The first minute: loads the sample photos, chooses for the user, and asks for a local batch."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from carmp_desktop.core.model import EngineName, Photo
from carmp_desktop.core.samples import CAR, sample_choice, sample_photos
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.request.panel import RequestPanel


class SampleTrial(QObject):
    """Begun by a button or by ``--demo``; ready when the last sample stands in the panel."""

    ready = Signal(object)
    """The `BatchRequest` to start: the samples alone, made by the studio engine."""

    def __init__(self, panel: RequestPanel, jobs: JobManager, parent: QObject) -> None:
        super().__init__(parent)
        self._panel = panel
        self._jobs = jobs
        self._to_come: set[Path] = set()

    @Slot()
    def begin(self) -> None:
        """Have the sample photos opened, each with the angle it shows."""
        samples = sample_photos()
        self._to_come = set(samples)
        self._jobs.photos.open(tuple(samples), samples)

    @Slot(object)
    def photo_arrived(self, photo: Photo) -> None:
        """Choose and ask when the last of the samples has arrived."""
        if photo.path not in self._to_come:
            return
        self._to_come.remove(photo.path)
        if self._to_come:
            return
        self._panel.select(*sample_choice(self._jobs.market.presets))
        self._panel.set_car(CAR)
        request, samples = self._panel.request(), sample_photos()
        photos = tuple(photo for photo in request.photos if photo.path in samples)
        self.ready.emit(replace(request, photos=photos, engine=EngineName.STUDIO))
