"""A batch as the loupe is given it: each cell an item, with everything there is to say about it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from carmp_desktop.core.engines.studio.engine import photo_index
from carmp_desktop.core.model import (
    Angle,
    Batch,
    Cell,
    CellKey,
    Color,
    EngineName,
    JobStatus,
    Photo,
)
from carmp_desktop.core.store.approvals import Verdict
from carmp_desktop.qt.loupe.items import Fact, LoupeItem, LoupeSet, Scene
from carmp_desktop.qt.words.card_words import money_text, state_words
from carmp_desktop.qt.words.remarks import translated_remark
from carmp_desktop.qt.words.text import counted, problem_texts, short_angle_labels


@dataclass(frozen=True, slots=True)
class BatchWords:
    """Puts one batch into words; ``model`` is the one Replicate is asked for.

    ``stars`` are the cells that have one, None where there are no stars. ``verdicts`` is what the
    user has said of their images.
    """

    batch: Batch
    model: str = ""
    stars: Collection[CellKey] | None = None
    verdicts: Mapping[CellKey, Verdict] = field(default_factory=dict)

    def set_of(self, cells: Mapping[CellKey, Cell]) -> LoupeSet:
        """The whole matrix, row by row; a place without a cell is an item too."""
        request = self.batch.request
        columns: tuple[Color | None, ...] = (None, *request.batch_colors)
        items = tuple(
            self.item(angle, color, cells.get(CellKey(angle.key, color.key if color else None)))
            for angle in request.angles
            for color in columns
        )
        photos = tuple(Scene(photo.path, photo.name, photo.path) for photo in request.photos)
        return LoupeSet(self.batch.title, items, len(columns), photos)

    def item_of(self, cell: Cell) -> LoupeItem:
        """One cell as an item. Raises StopIteration for an angle that is not the batch's."""
        request, key = self.batch.request, cell.key
        angle = next(angle for angle in request.angles if angle.key == key.angle_key)
        color = next((color for color in request.colors if color.key == key.color_key), None)
        return self.item(angle, color, cell)

    def item(self, angle: Angle, color: Color | None, cell: Cell | None) -> LoupeItem:
        """One place of the matrix; ``cell`` is None where the batch has no job for it."""
        key = CellKey(angle.key, color.key if color else None)
        row, name = self._angle_words(angle), color.label if color else _original_color()
        if cell is None:
            return LoupeItem(key, name, row=row, status=None, state=_tr("Not made"))
        done = cell.status is JobStatus.COMPLETED
        return LoupeItem(
            key,
            name,
            image=cell.image if done else None,
            thumb=cell.thumb if done else None,
            row=row,
            status=cell.status,
            state=_state(cell),
            reason=" ".join(filter(None, problem_texts(cell.problem)[1:])) if cell.problem else "",
            facts=self._facts(cell, angle),
            prompt=self._prompt(key),
            doubt=translated_remark(cell.doubt or ""),
            note=translated_remark(cell.note or ""),
            before=self._before(key),
            starred=key in self.stars if self.stars is not None and done else None,
            can_touch_up=done and self._is_local,
            can_make_again=cell.status.is_final,
            can_bin=done and cell.image is not None,
            verdict=self.verdicts.get(key) if done else None,
            can_judge=done and cell.image is not None,
        )

    def _angle_words(self, angle: Angle) -> str:
        return short_angle_labels(each.label for each in self.batch.request.angles)[angle.label]

    @property
    def _is_local(self) -> bool:
        return self.batch.request.engine is EngineName.STUDIO

    def _photo(self, angle_key: str) -> Photo | None:
        """The photo an angle's image shows; None where it was made from all of them."""
        photos = self.batch.request.photos
        if self._is_local and photos:
            return photos[photo_index(self.batch.request, angle_key)]
        return photos[0] if len(photos) == 1 else None

    def _prompt(self, key: CellKey) -> str:
        """What a model is asked for; nothing in the studio, which never reads the job's prompt."""
        if self._is_local:
            return ""
        return next((job.prompt for job in self.batch.jobs if job.key == key), "")

    def _before(self, key: CellKey) -> object:
        if key.color_key is not None:
            return CellKey(key.angle_key)
        photo = self._photo(key.angle_key)
        return photo.path if photo else None

    def _facts(self, cell: Cell, angle: Angle) -> tuple[Fact, ...]:
        facts = [
            Fact(_tr("Engine"), self._engine_words()),
            Fact(_tr("Made from"), self._source_words(cell.key, angle)),
            Fact(_tr("Price"), self._price_words(cell)),
        ]
        if cell.status is JobStatus.COMPLETED and cell.image is not None:
            facts.insert(2, Fact(_tr("Size"), None))
            facts.append(Fact(_tr("Made"), _time_words(cell)))
            facts.append(Fact(_tr("File"), cell.image.name))
        return tuple(fact for fact in facts if fact.value != "")

    def _engine_words(self) -> str:
        if self._is_local:
            return _tr("Studio, on this computer")
        return " · ".join(filter(None, ("Replicate", self.model)))

    def _source_words(self, key: CellKey, angle: Angle) -> str:
        if key.color_key is not None:
            return f"{self._angle_words(angle)}, {_original_color()}"
        photo, photos = self._photo(angle.key), self.batch.request.photos
        if photo is not None:
            return photo.name
        return counted(len(photos), _tr("{n} photo"), _tr("{n} photos")) if photos else ""

    def _price_words(self, cell: Cell) -> str:
        """What was paid; where the service has not said, about what it will be."""
        if cell.cost:
            return money_text(cell.cost)
        if self._is_local:
            return _tr("None")
        if cell.status is not JobStatus.COMPLETED or self.batch.price is None:
            return ""
        return _tr("About {money}").format(money=money_text(self.batch.price))


def _original_color() -> str:
    return _tr("Original color")


def _state(cell: Cell) -> str:
    """The state, a finished image's with the time it took."""
    if cell.status is JobStatus.COMPLETED and cell.started_at and cell.finished_at:
        seconds = (cell.finished_at - cell.started_at).total_seconds()
        return _tr("Completed in {seconds} s").format(seconds=QLocale().toString(seconds, "f", 1))
    return state_words(cell)


def _time_words(cell: Cell) -> str:
    if cell.finished_at is None:
        return ""
    moment = QDateTime.fromSecsSinceEpoch(int(cell.finished_at.timestamp()))
    return QLocale().toString(moment, _tr("d MMM yyyy, HH:mm"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("LoupeWords", text)
