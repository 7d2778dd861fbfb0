"""The left panel: everything a batch is asked for with, from the photos to the button.

It gathers a `BatchRequest` and says what the user does; opening files, reading sheets and
starting batches is for whoever listens.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from carmp_desktop.core.last_choices import LastChoices
from carmp_desktop.core.model import BatchRequest, EngineName, Photo
from carmp_desktop.core.presets import Presets
from carmp_desktop.core.problems import Problem
from carmp_desktop.core.prompts import custom_color
from carmp_desktop.qt.look.tokens import PANEL_WIDTH, SPACE
from carmp_desktop.qt.parts.controls import SectionHead, labeled
from carmp_desktop.qt.parts.fading_scroll import FadingScroll
from carmp_desktop.qt.parts.switch import Switch
from carmp_desktop.qt.request.angle_picker import AnglePicker
from carmp_desktop.qt.request.color_picker import ColorPicker
from carmp_desktop.qt.request.drops import PhotoInbox
from carmp_desktop.qt.request.generate_foot import GenerateFoot
from carmp_desktop.qt.request.instructions import Instructions
from carmp_desktop.qt.request.offer import Offer
from carmp_desktop.qt.request.photo_strip import PhotoStrip
from carmp_desktop.qt.request.presets_line import PresetsLine

_MARGIN = 2 * SPACE
_BETWEEN = 13
_SCROLL_BAR = 10


class RequestPanel(PhotoInbox):
    """The request as it stands; photos may be dropped on any part of it."""

    browse_requested = Signal()
    """The user wants to choose files in a dialog."""

    photo_removed = Signal(object)
    """A `Photo` was taken away."""

    generate_requested = Signal(object)
    """The button was pressed; carries the `BatchRequest`."""

    reload_requested = Signal()
    """The sheets are to be read again."""

    token_requested = Signal()
    """The user wants to enter a token."""

    engine_chosen = Signal(object)
    """Another engine is wanted; carries its `EngineName`."""

    selection_changed = Signal()
    """The request would be another one now."""

    offer_changed = Signal(object)
    """An `Offer`: what a press on the button would make now."""

    presets_offered = Signal(object)
    """These `Presets` can be chosen from now; told before the selection that is left of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setFixedWidth(PANEL_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._offer = Offer()
        self._presets = Presets()
        self._photos = PhotoStrip()
        self._angles = AnglePicker()
        self._colors = ColorPicker()
        self._instructions = Instructions()
        self._presets_line = PresetsLine()
        self._foot = GenerateFoot()
        self._build()
        self._connect()
        self._tell()

    def set_presets(self, presets: Presets) -> None:
        """Offer what the sheets say; what was chosen stays so where it is still there."""
        if (presets.angles, presets.colors) != (self._presets.angles, self._presets.colors):
            self._offer_presets(presets)
        self.presets_offered.emit(presets)
        self._tell()

    def set_presets_state(self, text: str, *, stale: bool, reading: bool) -> None:
        """Say where the presets came from; ``stale`` where they are not fresh from the sheets."""
        self._presets_line.show_state(text, stale=stale, reading=reading)

    @Slot(object, QImage)
    def add_photo(self, photo: Photo, thumb: QImage) -> None:
        """Add a photo that was found good; a null ``thumb`` shows an icon."""
        self._photos.add_photo(photo, thumb)

    def refuse(self, name: str, problem: Problem) -> None:
        """Show that a file was refused, and why."""
        self._photos.refuse(name, problem)

    def photos(self) -> tuple[Photo, ...]:
        """The photos in their order, with the angles they were said to show."""
        return self._photos.photos()

    def set_engines(
        self,
        current: EngineName,
        *,
        ready: bool,
        hint: str,
        choices: Sequence[EngineName] = (),
    ) -> None:
        """Name the engine in use; where it is not ``ready``, ``hint`` says what is missing."""
        request = replace(self._offer.request, engine=current)
        self._offer = replace(self._offer, request=request, is_ready=ready, hint=hint)
        self._foot.set_choices(choices)
        self._tell()

    def set_price(self, per_image: float | None) -> None:
        """What one image costs, in US dollars; None where it is made on this computer."""
        self._offer = replace(self._offer, price=per_image)
        self._tell()

    def select(self, angles: Iterable[str], colors: Iterable[str]) -> None:
        """Choose exactly these angles and colors by their keys; unknown keys are left out.

        Where colors are wanted, auto-colorize is on, whatever it was the last time.
        """
        self._angles.choose(angles)
        self._colors.choose(colors)
        if self._colors.chosen():
            self.set_auto_colorize(True)

    def choose(self, choices: LastChoices) -> None:
        """Choose as ``choices`` say; keys that are not on offer are left out."""
        for text in choices.own_colors:
            self._colors.add_custom(text)
        own = [custom_color(text).key for text in choices.own_colors]
        self.select(choices.angles, (*choices.colors, *own))
        self.set_auto_colorize(choices.auto_colorize)

    def set_car(self, name: str) -> None:
        """Replace the car's name."""
        self._car.setText(name)
        self._car.setCursorPosition(0)

    def set_auto_colorize(self, on: bool) -> None:
        """Whether each finished angle starts its colors."""
        self._auto_colorize.setChecked(on)

    def set_busy(self, busy: bool) -> None:
        """Close the button from its press until the batch stands."""
        self._foot.set_busy(busy)

    def request(self) -> BatchRequest:
        """Everything as it is chosen now."""
        return BatchRequest(
            photos=self._photos.photos(),
            angles=self._angles.chosen(),
            colors=self._colors.chosen(),
            auto_colorize=self._auto_colorize.isChecked(),
            car=self._car.text().strip(),
            instructions=self._instructions.text(),
            engine=self._offer.request.engine,
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Take the first focus, so that no control is lit before a key was pressed."""
        super().showEvent(event)
        if self.window().focusWidget() is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_presets(self, presets: Presets) -> None:
        self._presets = presets
        with QSignalBlocker(self):
            self._photos.set_angles(presets.angles)
            self._angles.set_angles(presets.angles)
            self._colors.set_colors(presets.colors)

    def _build(self) -> None:
        self._car = QLineEdit()
        self._car.setFixedHeight(34)
        self._car.setPlaceholderText(self.tr("Make and model, or stock number"))
        self._car.setAccessibleName(self.tr("Car"))
        self._car.setAcceptDrops(False)
        self._auto_colorize = Switch(self.tr("Auto-colorize"))
        self._auto_colorize.setChecked(True)
        self._auto_words = labeled("", role="muted")
        content = QWidget()
        self._content = QVBoxLayout(content)
        self._content.setContentsMargins(_MARGIN, _BETWEEN, _MARGIN, _MARGIN)
        self._content.setSpacing(_BETWEEN)
        self._content.addWidget(self._photos)
        self._content.addLayout(self._car_section())
        self._content.addWidget(self._angles)
        self._content.addWidget(self._colors)
        self._content.addLayout(self._auto_section())
        self._content.addWidget(self._instructions)
        self._content.addWidget(self._presets_line)
        self._content.addStretch()
        self._scroll = FadingScroll()
        self._scroll.setWidget(content)
        for ground in (content, self._scroll.viewport()):
            ground.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._foot)

    def _car_section(self) -> QVBoxLayout:
        section = QVBoxLayout()
        section.setSpacing(SPACE)
        section.addWidget(SectionHead(self.tr("Car")))
        section.addWidget(self._car)
        return section

    def _auto_section(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(labeled(self.tr("Auto-colorize"), role="section"))
        words.addWidget(self._auto_words)
        section = QHBoxLayout()
        section.addLayout(words, 1)
        section.addWidget(self._auto_colorize)
        return section

    def _connect(self) -> None:
        self.receiving_changed.connect(self._photos.set_receiving)
        self._photos.browse_requested.connect(self.browse_requested)
        self._photos.photo_removed.connect(self.photo_removed)
        self._photos.photos_changed.connect(self._tell)
        self._angles.chosen_changed.connect(self._tell)
        self._colors.chosen_changed.connect(self._tell)
        self._auto_colorize.toggled.connect(self._tell)
        self._car.textChanged.connect(self._tell)
        self._presets_line.reload_requested.connect(self.reload_requested)
        self._foot.token_requested.connect(self.token_requested)
        self._foot.engine_chosen.connect(self.engine_chosen)
        self._foot.generate_pressed.connect(self._generate)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._make_room)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._foot.press)

    @Slot()
    def _tell(self) -> None:
        on = self._auto_colorize.isChecked()
        words = self.tr("Each angle starts its colors") if on else self.tr("Angles only, for now")
        self._auto_words.setText(words)
        self._offer = replace(self._offer, request=self.request())
        self._foot.show_offer(self._offer)
        self.offer_changed.emit(self._offer)
        self.selection_changed.emit()

    @Slot()
    def _generate(self) -> None:
        self.generate_requested.emit(self.request())

    @Slot(int, int)
    def _make_room(self, _minimum: int, maximum: int) -> None:
        """Let the scroll bar stand in the margin, so that nothing moves when it comes."""
        right = _MARGIN - _SCROLL_BAR if maximum else _MARGIN
        self._content.setContentsMargins(_MARGIN, _BETWEEN, right, _MARGIN)
