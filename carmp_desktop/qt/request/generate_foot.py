"""The panel's foot: how many images, what they cost, who makes them, and the one button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from carmp_desktop.core.model import EngineName
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.parts.controls import (
    Glyph,
    IconButton,
    as_wide_as_the_panel,
    eliding,
    labeled,
    push_button,
)
from carmp_desktop.qt.request.offer import Offer, engine_title
from carmp_desktop.qt.words.text import counted

_BUTTON_HEIGHT = 42


class GenerateFoot(QFrame):
    """Shows what the request at hand would make, and why it cannot be started where it cannot."""

    generate_pressed = Signal()
    """The batch is to be started."""

    token_requested = Signal()
    """The user wants to enter a token."""

    engine_chosen = Signal(object)
    """Another engine is wanted; carries its `EngineName`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "foot")
        self._offer = Offer()
        self._choices: tuple[EngineName, ...] = ()
        self._is_busy = False
        self._build()
        self._tell()

    def show_offer(self, offer: Offer) -> None:
        """Show what would be made, and what stands before it."""
        self._offer = offer
        self._tell()

    def set_choices(self, choices: Sequence[EngineName]) -> None:
        """With more than one engine to choose from, the user can pick another."""
        self._choices = tuple(choices)
        self._choose.setVisible(len(self._choices) > 1)

    def set_busy(self, busy: bool) -> None:
        """Close the button between its press and the moment the batch stands."""
        self._is_busy = busy
        self._tell()

    @Slot()
    def press(self) -> None:
        """Press the button, which does nothing while it is disabled."""
        self._button.click()

    def _build(self) -> None:
        self._hint_icon = Glyph("info", tone="muted")
        self._reason = labeled("", role="muted")
        self._reason.setWordWrap(True)
        self._token = push_button(self.tr("Enter token"), role="link")
        self._token.clicked.connect(self.token_requested)
        self._count = labeled("", role="figures")
        self._images = labeled("", role="body")
        self._engine = eliding("", role="body")
        self._choose = IconButton("chevron-down", label=self.tr("Choose the engine"))
        self._choose.setFixedSize(18, 18)
        self._choose.clicked.connect(self._list_engines)
        self._choose.hide()
        self._about = eliding("", role="body")
        self._cost = labeled("", role="figures")
        self._button = push_button("", role="primary")
        self._button.setFixedHeight(_BUTTON_HEIGHT)
        as_wide_as_the_panel(self._button)
        self._button.clicked.connect(self.generate_pressed)
        self._hint_row = QWidget()
        hints = _row(self._hint_row, self._hint_icon, self._reason, self._token)
        hints.setStretchFactor(self._reason, 1)
        counts = _row(None, self._count, self._images, self._engine, self._choose)
        counts.setSpacing(4)
        counts.addStretch()
        counts.addWidget(self._about)
        counts.addWidget(self._cost)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE - 1, 2 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self._hint_row)
        layout.addLayout(counts)
        layout.addWidget(self._button)

    def _tell(self) -> None:
        offer = self._offer
        obstacle = offer.obstacle
        self._reason.setText(obstacle)
        self._hint_row.setVisible(bool(obstacle))
        self._token.setVisible(not offer.is_ready and not offer.is_local)
        self._button.setText(offer.button_text)
        self._button.setEnabled(offer.is_ready and not obstacle and not self._is_busy)
        self._button.setAccessibleDescription(obstacle)
        self._button.setToolTip(obstacle)
        engine = engine_title(offer.request.engine)
        self._engine.setText(self.tr("with {engine}").format(engine=engine))
        self._tell_price()

    def _tell_price(self) -> None:
        offer = self._offer
        total = offer.request.total_jobs
        self._count.setText(str(total))
        self._images.setText(counted(total, self.tr("image"), self.tr("images")))
        if offer.is_local:
            self._about.setText(self.tr("on this computer"))
        else:
            self._about.setText(self.tr("about") if offer.cost else self.tr("price unknown"))
        self._cost.setText(offer.cost)
        self._cost.setVisible(bool(offer.cost))

    @Slot()
    def _list_engines(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(self._choose.accessibleName())
        for name in self._choices:
            action = menu.addAction(engine_title(name))
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(name is self._offer.request.engine)
        menu.triggered.connect(self._take_engine)
        menu.aboutToHide.connect(menu.deleteLater)
        # Upward: over the button, a click meant for the menu could start a batch.
        menu.popup(self._choose.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    @Slot(QAction)
    def _take_engine(self, action: QAction) -> None:
        self.engine_chosen.emit(EngineName(action.data()))


def _row(parent: QWidget | None, *widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget)
    return row
