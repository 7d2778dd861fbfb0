"""The loupe: one image large over the window, what is known of it, and the keys to walk on.

It is given frozen items and says what the user wants of them; whose they are, and what becomes of
a wish, it does not know.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carmp_desktop.core.store.approvals import Verdict
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.loupe.bar import LoupeBar
from carmp_desktop.qt.loupe.canvas import LoupeCanvas
from carmp_desktop.qt.loupe.compare import CompareButton
from carmp_desktop.qt.loupe.cover import Cover
from carmp_desktop.qt.loupe.exhibits import Exhibits
from carmp_desktop.qt.loupe.facts import LoupeFacts
from carmp_desktop.qt.loupe.filmstrip import STRIP_EDGE, Filmstrip
from carmp_desktop.qt.loupe.items import LoupeItem, LoupeSet, Scene
from carmp_desktop.qt.loupe.stage import BADGE_INSET, Mode
from carmp_desktop.qt.parts.images import ImageLoader

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Loupe(Cover):
    """Fills its parent from `begin` to `leave`; the keyboard stays within it."""

    moved = Signal(object)
    """The key of the item that is looked at now."""

    folder_requested = Signal(object)
    """The folder of the image with this key shall be shown."""

    touch_up_requested = Signal(object)
    """The image with this key shall be corrected by hand."""

    again_requested = Signal(object)
    """The image with this key shall be made once more."""

    bin_requested = Signal(object)
    """The image with this key shall be put into the bin."""

    star_toggled = Signal(object, bool)
    """The image with this key shall have a star, or none."""

    verdict_requested = Signal(object, object)
    """The key of an image, and the `Verdict` on it or None."""

    export_requested = Signal(object)
    """The key of the image from which an export shall begin."""

    def __init__(
        self, shown: LoupeSet, key: Hashable, loader: ImageLoader, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._set = shown
        self._place = shown.places[key]
        self._direction = (1, 0)
        self._compared: Hashable = None
        self.exhibits = Exhibits(loader, self)
        self.bar = LoupeBar()
        self.canvas = LoupeCanvas()
        self.strip = Filmstrip(loader)
        self.facts = LoupeFacts()
        self.compare = CompareButton(self.canvas)
        self._build()
        self._connect()
        self._walk_to(self._place)

    @property
    def shown(self) -> LoupeSet:
        """Everything there is to walk through."""
        return self._set

    @property
    def item(self) -> LoupeItem:
        """What is looked at."""
        return self._set.items[self._place]

    def begin(self) -> None:
        """Cover the parent and take the keyboard."""
        self.open(self.canvas)

    @Slot()
    def leave(self) -> None:
        """Go away; the images are let go of."""
        self.exhibits.images.shutdown()
        super().leave()

    def show_set(self, shown: LoupeSet) -> None:
        """Walk through these from now on, at the same item, or near it where that is gone."""
        place = shown.places.get(self.item.key, min(self._place, len(shown.items) - 1))
        self._set = shown
        self._walk_to(place)

    def update_item(self, item: LoupeItem) -> None:
        """Take an item's new state. Raises KeyError for one of another set."""
        self._set = self._set.with_item(item)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk; single keys do what the bar and the facts offer."""
        key = Qt.Key(event.key())
        controlled = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if controlled and key == Qt.Key.Key_C:
            self._copy_image()
        elif controlled:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._step(*_STEPS[key])
        elif key in (acts := self._keys()):
            acts[key]()
        else:
            super().keyPressEvent(event)

    def _step(self, across: int, down: int) -> None:
        self._direction = (across, down)
        self._go(self._set.step(self._place, across=across, down=down))

    @Slot(int)
    def _go(self, place: int) -> None:
        if place != self._place:
            self._walk_to(place)
            self.moved.emit(self.item.key)

    def _walk_to(self, place: int) -> None:
        self._place = place
        self._show()
        self.strip.go_to(place)

    def _show(self) -> None:
        """Show the item looked at, and ask for what is not there yet."""
        item, shown = self.item, self._set
        where = self.tr("{n} of {m}").format(n=self._place + 1, m=len(shown.items))
        self.bar.show_place(item.title, " · ".join(filter(None, (shown.title, where))))
        self.bar.show_star(starred=item.starred)
        self.bar.verdict.show_verdict(item.verdict, can_judge=item.can_judge)
        self.canvas.setAccessibleName(f"{item.title}: {item.state}")
        self.compare.show_scene(shown, item, self._other)
        self.strip.show_items(shown.items)
        self._want_images()
        self._show_images()

    def _show_images(self) -> None:
        """Show the best of what has been decoded."""
        item = self.item
        self.facts.show_item(item, self.exhibits.images.get(item.image))
        self.canvas.put(
            self.exhibits.of(item),
            self.exhibits.of(self._other),
            self.exhibits.of(self._set.origin(item) or item),
        )

    @property
    def _other(self) -> Scene | None:
        """What the item is compared with."""
        return self._set.counterpart(self.item, self._compared)

    def _want_images(self) -> None:
        other = self._other if self.canvas.mode is not Mode.SINGLE else None
        self.exhibits.images.want(self._set.wanted(self._place, self._direction, other))

    @Slot(object)
    def _choose_other(self, key: Hashable) -> None:
        """Compare with this; with what each image was made from, where it is that."""
        origin = self._set.origin(self.item)
        self._compared = None if origin is not None and origin.key == key else key
        if self.canvas.mode is Mode.SINGLE:
            self.bar.modes.choose(Mode.SLIDER)
        self._show()

    @Slot(int)
    def _choose_mode(self, place: int) -> None:
        self.canvas.set_mode(Mode(place))
        self._want_images()
        self._show_images()

    @Slot()
    def _toggle_facts(self) -> None:
        self.facts.setVisible(self.facts.isHidden())

    @Slot()
    def _place_compare(self) -> None:
        """Keep the other picture's name in its upper left corner."""
        self.bar.show_zoom(percent=self.canvas.percent, fitted=self.canvas.view.zoom == 1.0)
        self.compare.setVisible(self.canvas.is_comparing)
        if self.canvas.is_comparing:
            sight = self.canvas.sights()[0].toRect()
            self.compare.move(sight.topLeft() + QPoint(BADGE_INSET, BADGE_INSET))
            share = 2 if self.canvas.mode is Mode.SLIDER else 1
            self.compare.set_most(sight.width() // share - 2 * BADGE_INSET)

    @Slot()
    def _copy_image(self) -> None:
        full = self.exhibits.images.get(self.item.image)
        if full is not None:
            QGuiApplication.clipboard().setImage(full.image)
            self.facts.copy_image.answer(self.tr("Copied"))

    @Slot()
    def _ask_for_folder(self) -> None:
        self.folder_requested.emit(self.item.key)

    @Slot()
    def _ask_for_touch_up(self) -> None:
        if self.item.can_touch_up:
            self.touch_up_requested.emit(self.item.key)

    @Slot()
    def _ask_again(self) -> None:
        self.again_requested.emit(self.item.key)

    @Slot()
    def _ask_to_bin(self) -> None:
        self.bin_requested.emit(self.item.key)

    @Slot(bool)
    def _ask_for_star(self, starred: bool) -> None:
        self.star_toggled.emit(self.item.key, starred)

    @Slot(object)
    def _ask_for_verdict(self, verdict: Verdict | None) -> None:
        self.verdict_requested.emit(self.item.key, verdict)

    @Slot()
    def _ask_to_export(self) -> None:
        self.export_requested.emit(self.item.key)

    def _connect(self) -> None:
        bar, canvas, facts = self.bar, self.canvas, self.facts
        self.exhibits.changed.connect(self._show_images)
        bar.mode_chosen.connect(self._choose_mode)
        bar.zoom_requested.connect(canvas.zoom_by)
        bar.zoom_toggled.connect(canvas.toggle_zoom)
        bar.star_toggled.connect(self._ask_for_star)
        bar.verdict.judged.connect(self._ask_for_verdict)
        bar.facts_toggled.connect(self._toggle_facts)
        bar.close_requested.connect(self.leave)
        canvas.sight_changed.connect(self._place_compare)
        self.strip.chosen.connect(self._go)
        self.compare.chosen.connect(self._choose_other)
        facts.copy_requested.connect(self._copy_image)
        facts.folder_requested.connect(self._ask_for_folder)
        facts.touch_up_requested.connect(self._ask_for_touch_up)
        facts.again_requested.connect(self._ask_again)
        facts.bin_requested.connect(self._ask_to_bin)
        facts.export_requested.connect(self._ask_to_export)

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Image, large"))
        large = QVBoxLayout()
        large.setContentsMargins(STRIP_EDGE, 0, STRIP_EDGE, 0)
        large.addWidget(self.canvas)
        middle = QVBoxLayout()
        middle.setContentsMargins(2 * SPACE, 2 * SPACE + 4, 2 * SPACE, 2 * SPACE)
        middle.setSpacing(2 * SPACE)
        middle.addLayout(large, 1)
        middle.addWidget(self.strip)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addLayout(middle, 1)
        body.addWidget(self.facts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addLayout(body, 1)

    def _keys(self) -> dict[Qt.Key, Callable[[], None]]:
        """What single keys do."""
        canvas = self.canvas
        return {
            Qt.Key.Key_Escape: self.leave,
            Qt.Key.Key_Home: partial(self._go, 0),
            Qt.Key.Key_End: partial(self._go, len(self._set.items) - 1),
            Qt.Key.Key_Plus: partial(canvas.zoom_by, 1.0),
            Qt.Key.Key_Equal: partial(canvas.zoom_by, 1.0),
            Qt.Key.Key_Minus: partial(canvas.zoom_by, -1.0),
            Qt.Key.Key_0: canvas.fit,
            Qt.Key.Key_1: canvas.show_native,
            Qt.Key.Key_V: self.bar.next_mode,
            Qt.Key.Key_C: self.compare.offer,
            Qt.Key.Key_I: self._toggle_facts,
            Qt.Key.Key_S: self.bar.toggle_star,
            Qt.Key.Key_T: self._ask_for_touch_up,
            Qt.Key.Key_A: self.bar.verdict.approve,
            Qt.Key.Key_X: self.bar.verdict.reject,
        }
