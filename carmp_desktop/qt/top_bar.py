"""The bar at the top: the program's name, the engine in use, the color scheme, the settings."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from carmp_desktop.core.engine_state import EngineState
from carmp_desktop.core.model import EngineName
from carmp_desktop.core.paths import APP_NAME
from carmp_desktop.qt.look.icons import icon
from carmp_desktop.qt.look.theme import tokens
from carmp_desktop.qt.look.tokens import SPACE, TOPBAR_HEIGHT, Tokens
from carmp_desktop.qt.parts.controls import labeled
from carmp_desktop.qt.parts.segments import Segments
from carmp_desktop.qt.words.card_words import money_text

_DOT = 7
_PILL_HEIGHT = 28
_ICON = QSize(20, 20)
_PAGES_WIDTH = 244


class TopBar(QFrame):
    """Shows what holds for the whole program; its buttons only say that they were pressed."""

    page_chosen = Signal(int)
    """The page at this place, counted from 0, is wanted."""

    settings_requested = Signal()
    """The gear was pressed."""

    scheme_toggled = Signal()
    """The other of light and dark is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._drawn: Tokens | None = None
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setFixedHeight(TOPBAR_HEIGHT)
        title = QLabel(APP_NAME)
        title.setProperty("role", "title")
        self._pages = Segments(
            self.tr("Page"),
            ((self.tr("Studio"), ""), (self.tr("Gallery"), ""), (self.tr("History"), "")),
        )
        self._pages.setMinimumWidth(_PAGES_WIDTH)
        self._pages.chosen.connect(self.page_chosen)
        self._engine = EnginePill()
        self._month = MonthPill()
        self._scheme = _button(self.tr("Switch between light and dark"))
        self._settings = _button(self.tr("Settings"))
        self._scheme.clicked.connect(self.scheme_toggled)
        self._settings.clicked.connect(self.settings_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(title, 1)
        layout.addWidget(self._pages)
        right = QHBoxLayout()
        right.setSpacing(SPACE)
        right.addStretch()
        for widget in (self._engine, self._month, self._scheme, self._settings):
            right.addWidget(widget)
        layout.addLayout(right, 1)
        self._draw_icons()

    @Slot(int)
    def show_page(self, place: int) -> None:
        """Say which page is in sight."""
        if place != self._pages.place:
            self._pages.choose(place)

    def show_month(self, spent: float, budget: float | None) -> None:
        """Say what this month has cost so far, in US dollars, and of what budget."""
        self._month.show_month(spent, budget)

    @Slot(object)
    def show_engine(self, state: EngineState) -> None:
        """Show which engine makes the images, and whether it can."""
        self._engine.show_engine(state)

    def show_connection(self, *, is_waited_for: bool) -> None:
        """Say whether images at Replicate wait for the connection."""
        self._engine.show_connection(is_waited_for=is_waited_for)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons in the colors of the new scheme."""
        super().changeEvent(event)
        # Qt tells of a palette several times before the window stands: the icons are drawn once.
        if event.type() == QEvent.Type.PaletteChange and self._drawn not in (None, tokens()):
            self._draw_icons()

    @property
    def scheme_button(self) -> QToolButton:
        """The button that switches between light and dark."""
        return self._scheme

    def _draw_icons(self) -> None:
        self._drawn = tokens()
        self._scheme.setIcon(icon("moon" if not tokens().dark else "sun"))
        self._settings.setIcon(icon("settings"))


class EnginePill(QFrame):
    """The engine's name behind a dot that is filled where it is ready and hollow where not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pill")
        self._state: EngineState | None = None
        self._is_waiting = False
        self._name = labeled("", role="body")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 0, 12, 0)
        layout.addWidget(self._name)
        self.setFixedHeight(_PILL_HEIGHT)

    def show_engine(self, state: EngineState) -> None:
        """Show the engine; the words say as much as the dot."""
        self._state = state
        self._tell()

    def show_connection(self, *, is_waited_for: bool) -> None:
        """Show whether Replicate is out of reach, which is nothing to the studio."""
        self._is_waiting = is_waited_for
        self._tell()

    @property
    def _is_offline(self) -> bool:
        replicate = self._state is not None and self._state.name is EngineName.REPLICATE
        return self._is_waiting and replicate

    @property
    def _is_lit(self) -> bool:
        return self._state is not None and self._state.is_ready and not self._is_offline

    def _tell(self) -> None:
        if self._state is None:
            return
        self._name.setText(self._words(self._state))
        self.setAccessibleName(self.tr("Engine: {name}").format(name=self._name.text()))
        waits = self.tr("Images wait for the connection to Replicate, and go on by themselves.")
        self.setToolTip(waits if self._is_offline else "")
        self.setAccessibleDescription(self.toolTip())
        self.update()

    def _words(self, state: EngineState) -> str:
        if self._is_offline:
            return self.tr("Replicate · offline")
        if state.name is EngineName.STUDIO:
            here = self.tr("Studio · on this computer")
            return here if state.is_ready else self.tr("Studio · no model file")
        model = state.model.slug.rpartition("/")[2]
        ready = self.tr("Replicate · {model}").format(model=model)
        return ready if state.is_ready else self.tr("Replicate · no token")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pill, then its dot."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = QColor(tokens().done if self._is_lit else tokens().check)
        painter.setPen(color)
        painter.setBrush(color if self._is_lit else Qt.BrushStyle.NoBrush)
        center = QPointF(15, self.height() / 2)
        painter.drawEllipse(QRectF(center.x() - _DOT / 2, center.y() - _DOT / 2, _DOT, _DOT))
        painter.end()


class MonthPill(QFrame):
    """What this month has cost, of the budget where there is one; away while it is nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pill")
        self._words = labeled("", role="body")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.addWidget(self._words)
        self.setFixedHeight(_PILL_HEIGHT)
        self.hide()

    def show_month(self, spent: float, budget: float | None) -> None:
        """Show both, in US dollars; ``budget`` is None where there is none."""
        if budget is None:
            words = self.tr("{spent} this month").format(spent=money_text(spent))
        else:
            words = self.tr("{spent} of {budget} this month").format(
                spent=money_text(spent), budget=f"${budget:.2f}".removesuffix(".00")
            )
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(spent) or budget is not None)


def _button(name: str) -> QToolButton:
    button = QToolButton()
    button.setProperty("role", "flat")
    button.setIconSize(_ICON)
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button
