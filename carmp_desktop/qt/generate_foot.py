"""The panel's foot: how many images, what they cost, who makes them, and the one button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from carmp_desktop.core.model import BatchRequest, EngineName
from carmp_desktop.qt.controls import Glyph, IconButton, labeled, push_button
from carmp_desktop.qt.text import counted
from carmp_desktop.qt.tokens import SPACE

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
        self._request = BatchRequest(photos=(), angles=())
        self._price: float | None = None
        self._choices: tuple[EngineName, ...] = ()
        self._current = EngineName.REPLICATE
        self._is_ready = True
        self._is_busy = False
        self._hint = ""
        self._build()
        self._tell()

    def show_request(self, request: BatchRequest) -> None:
        """Show what ``request`` would make."""
        self._request = request
        self._tell()

    def set_price(self, per_image: float | None) -> None:
        """What one image costs, in US dollars; None where that is unknown."""
        self._price = per_image
        self._tell()

    def set_engines(
        self, current: EngineName, *, ready: bool, hint: str, choices: Sequence[EngineName]
    ) -> None:
        """Name the engine in use; where it is not ``ready``, ``hint`` says what is missing.

        With more than one of ``choices`` the user can pick another.
        """
        self._current = current
        self._choices = tuple(choices)
        self._is_ready = ready
        self._hint = hint
        self._engine.setText(self.tr("with {engine}").format(engine=engine_title(current)))
        self._choose.setVisible(len(self._choices) > 1)
        self._tell()

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
        self._engine = labeled("", role="body")
        self._choose = IconButton("chevron-down", label=self.tr("Choose the engine"))
        self._choose.setFixedSize(18, 18)
        self._choose.clicked.connect(self._offer_engines)
        self._choose.hide()
        self._about = labeled("", role="body")
        self._cost = labeled("", role="figures")
        self._button = push_button("", role="primary")
        self._button.setFixedHeight(_BUTTON_HEIGHT)
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
        missing = self._missing()
        reason = missing if self._is_ready else self._hint
        self._reason.setText(reason)
        self._hint_row.setVisible(bool(reason))
        self._token.setVisible(not self._is_ready and self._current is EngineName.REPLICATE)
        self._button.setText(button_text(self._request))
        self._button.setEnabled(self._is_ready and not missing and not self._is_busy)
        self._button.setAccessibleDescription(reason)
        self._button.setToolTip(reason)
        self._tell_price()

    def _tell_price(self) -> None:
        total = self._request.total_jobs
        self._count.setText(str(total))
        self._images.setText(counted(total, self.tr("image"), self.tr("images")))
        if self._current is EngineName.STUDIO:
            self._about.setText(self.tr("on this computer"))
        elif self._price is None:
            self._about.setText(self.tr("price unknown"))
        else:
            self._about.setText(self.tr("about"))
            self._cost.setText(f"${self._price * total:.2f}")
        self._cost.setVisible(self._current is EngineName.REPLICATE and self._price is not None)

    def _missing(self) -> str:
        """What must still be chosen, as a short sentence; empty when nothing must."""
        request = self._request
        if not request.photos:
            return self.tr("Add at least one photo of the car.")
        if not request.angles:
            return self.tr("Choose at least one angle.")
        if request.auto_colorize and not request.colors:
            return self.tr("Choose a color, or turn auto-colorize off.")
        return ""

    @Slot()
    def _offer_engines(self) -> None:
        menu = QMenu(self)
        for name in self._choices:
            action = menu.addAction(engine_title(name))
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(name is self._current)
        menu.triggered.connect(self._take_engine)
        menu.aboutToHide.connect(menu.deleteLater)
        # Upward: over the button, a click meant for the menu could start a batch.
        menu.popup(self._choose.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    @Slot(QAction)
    def _take_engine(self, action: QAction) -> None:
        self.engine_chosen.emit(EngineName(action.data()))


def button_text(request: BatchRequest) -> str:
    """What the button says of a request."""
    template = (
        "Generate {angles} Angles → {colors} Colors each"
        if request.auto_colorize
        else "Generate {angles} Angles (colors later)"
    )
    translated = QCoreApplication.translate("GenerateFoot", template)
    return translated.format(angles=len(request.angles), colors=len(request.colors))


def engine_title(name: EngineName) -> str:
    """The engine's name as people know it."""
    titles = {EngineName.REPLICATE: "Replicate", EngineName.STUDIO: "Studio"}
    return QCoreApplication.translate("GenerateFoot", titles[name])


def _row(parent: QWidget | None, *widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget)
    return row
