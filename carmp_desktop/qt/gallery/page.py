"""The gallery page: search and chips above, images by day and car below, actions for the selection.

It renders the frozen views it is given and says what the user wants; it touches neither disk nor
database.
"""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from carmp_desktop.core.library import Picture, Sources, View
from carmp_desktop.core.store.approvals import Verdict
from carmp_desktop.qt.batch.verdicts import APPROVE_KEY, REJECT_KEY, turned
from carmp_desktop.qt.gallery.actions import SelectionActions, all_starred
from carmp_desktop.qt.gallery.empty import GalleryEmpty
from carmp_desktop.qt.gallery.filters import GalleryFilters
from carmp_desktop.qt.gallery.layout import MARGIN
from carmp_desktop.qt.gallery.menu import STAR_KEY, GalleryMenu
from carmp_desktop.qt.gallery.view import GalleryView
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.parts.controls import set_tab_order
from carmp_desktop.qt.parts.images import ImageLoader

_ROOM_FOR_A_WORD, _ROOM_FOR_WORDS = 1360, 1580
"""The least widths, in pixels, in which the filters leave room for a button with words, or all."""


class GalleryPage(QWidget):
    """Blank until the first `show_view`. Lists of ids are tuples of `Picture.id`."""

    seen = Signal()
    """The page has come into sight."""

    query_changed = Signal(object)
    """Another `Query` is wanted; `show_view` answers it."""

    open_requested = Signal(object, object)
    """The `Picture` to be looked at closely, and all that are shown, in their order."""

    star_requested = Signal(object, bool)
    """The ids of images that shall get a star, or lose it."""

    bin_requested = Signal(object)
    """The ids of images that shall go into the bin."""

    restore_requested = Signal(object)
    """The ids of images that shall come out of the bin."""

    empty_bin_requested = Signal()
    """The files in the bin shall be handed to the system's recycle bin."""

    folder_requested = Signal(object)
    """The folder of the `Picture`'s file shall be shown."""

    copy_requested = Signal(object)
    """The `Picture`s that shall lie on the clipboard, as a tuple in the order shown."""

    verdict_requested = Signal(object, object)
    """The ids of images, and the `Verdict` on them or None."""

    export_requested = Signal(object)
    """The `Picture`s that shall be exported, as a tuple in the order shown."""

    files_doubted = Signal(object)
    """The `Picture`s in sight, as a tuple: are their files there? `mark_gone` answers it."""

    sources_requested = Signal(str)
    """The source photos of a batch, given by its id, are wanted; `show_sources` answers it."""

    sources_found = Signal(str, object)
    """A batch's id, and its `Sources`."""

    def __init__(self, loader: ImageLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filters = GalleryFilters()
        self.actions_bar = SelectionActions()
        self._exporting = self.actions_bar.add_button(self.tr("Export…"), "export", main=True)
        self._exporting.hide()
        self.view = GalleryView(loader)
        self.empty = GalleryEmpty()
        self._build()
        self._connect()
        self._add_keys()

    def show_view(self, view: View) -> None:
        """Show what a query found; selection and place stay where their images do."""
        had_focus = self.view.hasFocus()
        self.filters.show_view(view)
        self.view.show_pictures(view.pictures)
        self.actions_bar.show_view(view)
        if view.pictures:
            self._stack.setCurrentWidget(self.view)
        else:
            self.empty.show_view(view)
            self._stack.setCurrentWidget(self.empty)
            if had_focus:
                self.filters.focus_search()

    def mark_gone(self, pictures: tuple[Picture, ...], gone: Collection[int]) -> None:
        """Of these images the files of ``gone``, given by their ids, are not there."""
        self.view.mark_gone(pictures, gone)

    def show_sources(self, batch_id: str, sources: Sources) -> None:
        """Hand a batch's photos to whoever looks at its images closely."""
        self.sources_found.emit(batch_id, sources)

    @property
    def chosen(self) -> tuple[Picture, ...]:
        """What an action is for: the selected images, else the one the keyboard stands on."""
        current = self.view.current
        return self.view.selected or ((current,) if current is not None else ())

    def showEvent(self, event: QShowEvent) -> None:
        """Say that somebody looks."""
        super().showEvent(event)
        self.seen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the filters the room they need, so that they stay where they are."""
        super().resizeEvent(event)
        room = sum(self.width() >= least for least in (_ROOM_FOR_A_WORD, _ROOM_FOR_WORDS))
        self.actions_bar.set_words(room)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Images dragged out of the page are not dropped as photos on its own window."""
        self._refuse_own(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """They may go anywhere else."""
        self._refuse_own(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Nothing is dropped here."""
        event.ignore()

    def _build(self) -> None:
        self.setAcceptDrops(True)
        bar = QHBoxLayout()
        bar.setContentsMargins(MARGIN, 2 * SPACE - 2, MARGIN, SPACE)
        bar.setSpacing(2 * SPACE)
        bar.addWidget(self.filters, 1)
        bar.addWidget(self.actions_bar, 0, Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addLayout(self._stack, 1)
        set_tab_order([self.filters, self.view, self.actions_bar])

    def _connect(self) -> None:
        view, bar = self.view, self.actions_bar
        self.filters.query_changed.connect(self.query_changed)
        self.filters.left.connect(self._enter_view)
        self.empty.clear_requested.connect(self.filters.clear)
        view.selection_changed.connect(self._tell_selection)
        view.open_requested.connect(self._open)
        view.menu_requested.connect(self._show_menu)
        view.sight_settled.connect(self.files_doubted)
        bar.folder_requested.connect(self._show_folder)
        bar.star_requested.connect(self._star)
        bar.bin_requested.connect(self._bin)
        bar.restore_requested.connect(self._restore)
        bar.empty_bin_requested.connect(self.empty_bin_requested)
        self._exporting.clicked.connect(self._export)

    def _add_keys(self) -> None:
        for key, pressed in (
            (QKeySequence(STAR_KEY), self._star),
            (QKeySequence(APPROVE_KEY), self._approve),
            (QKeySequence(REJECT_KEY), self._reject),
            (QKeySequence(QKeySequence.StandardKey.Delete), self._bin),
            (QKeySequence(QKeySequence.StandardKey.Copy), self._copy),
        ):
            shortcut = QShortcut(key, self.view)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(pressed)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.filters.focus_search)

    def _refuse_own(self, event: QDragMoveEvent) -> None:
        if self.view.is_dragging:
            event.setDropAction(Qt.DropAction.IgnoreAction)
            event.accept()
        else:
            event.ignore()  # then the window is asked, which takes photos

    @Slot()
    def _enter_view(self) -> None:
        if not self.view.shown:
            return
        if self.view.current is None:
            self.view.select(self.view.shown[0].id)
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _tell_selection(self) -> None:
        self.actions_bar.show_selection(self.view.selected)
        in_bin = self.filters.query.binned
        self._exporting.setVisible(bool(self.view.selected) and not in_bin)

    @Slot(object)
    def _open(self, picture: Picture) -> None:
        self.open_requested.emit(picture, self.view.shown)

    @Slot()
    def _open_chosen(self) -> None:
        if self.view.current is not None:
            self._open(self.view.current)

    @Slot()
    def _show_folder(self) -> None:
        if self.chosen:
            self.folder_requested.emit(self.chosen[0])

    @Slot()
    def _copy(self) -> None:
        if self.chosen:
            self.copy_requested.emit(self.chosen)

    @Slot()
    def _star(self) -> None:
        if self.chosen and not self.filters.query.binned:
            self.star_requested.emit(_ids(self.chosen), not all_starred(self.chosen))

    @Slot()
    def _approve(self) -> None:
        self._judge(Verdict.APPROVED)

    @Slot()
    def _reject(self) -> None:
        self._judge(Verdict.REJECTED)

    def _judge(self, pressed: Verdict) -> None:
        """Say the same of all; where all have it already, take it back."""
        if self.chosen and not self.filters.query.binned:
            said = {picture.approval for picture in self.chosen}
            before = said.pop() if len(said) == 1 else None
            self.verdict_requested.emit(_ids(self.chosen), turned(before, pressed))

    @Slot()
    def _export(self) -> None:
        if self.chosen:
            self.export_requested.emit(self.chosen)

    @Slot()
    def _bin(self) -> None:
        if self.chosen and not self.filters.query.binned:
            self.bin_requested.emit(_ids(self.chosen))

    @Slot()
    def _restore(self) -> None:
        if self.chosen:
            self.restore_requested.emit(_ids(self.chosen))

    @Slot(object, QPoint)
    def _show_menu(self, picture: Picture, place: QPoint) -> None:
        if picture not in self.view.selected:
            self.view.select(picture.id)
        menu = GalleryMenu(self.chosen, self)
        menu.open_chosen.connect(self._open_chosen)
        menu.folder_chosen.connect(self._show_folder)
        menu.copy_chosen.connect(self._copy)
        menu.star_chosen.connect(self._star)
        menu.approve_chosen.connect(self._approve)
        menu.reject_chosen.connect(self._reject)
        menu.export_chosen.connect(self._export)
        menu.bin_chosen.connect(self._bin)
        menu.restore_chosen.connect(self._restore)
        menu.select_all_chosen.connect(self.view.selectAll)
        menu.popup(place)


def _ids(pictures: tuple[Picture, ...]) -> tuple[int, ...]:
    return tuple(picture.id for picture in pictures)
