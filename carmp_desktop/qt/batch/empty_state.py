"""What the centre shows before the first batch: what to do next, and the matrix it would make."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carmp_desktop.qt.look.theme import font, tokens
from carmp_desktop.qt.look.tokens import FONT_LABEL, SPACE
from carmp_desktop.qt.parts.controls import labeled, paint_check, push_button
from carmp_desktop.qt.parts.ghost_matrix import GhostMatrix
from carmp_desktop.qt.request.offer import Offer
from carmp_desktop.qt.words.card_words import money_text
from carmp_desktop.qt.words.text import counted

_TEXT_WIDTH = 150
_WORDS_WIDTH = 560


class EmptyState(QWidget):
    """Teaches three steps and says at which of them the user is; photos change it at once."""

    browse_requested = Signal()
    """The user wants to choose photos."""

    token_requested = Signal()
    """The user wants to enter a token."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ghosts = GhostMatrix()
        self._title = labeled("", role="title")
        self._hint = labeled("", role="body")
        self._about = labeled("", role="muted")
        self._token = push_button(self.tr("Enter a Replicate token"), role="link")
        self._token.clicked.connect(self.token_requested)
        self._steps = tuple(
            _Step(number, heading, text)
            for number, (heading, text) in enumerate(self._words_of_steps(), start=1)
        )
        self._start = QWidget()
        self._buttons = QHBoxLayout(self._start)
        self._buttons.setContentsMargins(0, 2 * SPACE, 0, 0)
        self._buttons.setSpacing(SPACE)
        self._browse = self.add_button(self.tr("Browse photos…"), "plain")
        self._browse.clicked.connect(self.browse_requested)
        self._build()
        self.show_offer(Offer())

    def add_button(self, text: str, role: str) -> QPushButton:
        """Add a way to begin, in a role of the style sheet; the caller connects it."""
        button = push_button(text, role=role)
        self._buttons.addWidget(button)
        return button

    @Slot(object)
    def show_offer(self, offer: Offer) -> None:
        """Say what to do next, and what the button would make."""
        photos = len(offer.request.photos)
        if photos:
            self._ghosts.show_plan(offer.request)
            self._title.setText(counted(photos, self.tr("{n} photo in"), self.tr("{n} photos in")))
        else:
            self._ghosts.show_example()
            self._title.setText(self.tr("Every angle, in every color"))
        self._hint.setText(self._next_words(offer))
        self._about.setText(self._engine_words(offer))
        self._about.setVisible(bool(self._about.text()))
        self._token.setVisible(not photos and (offer.is_local or not offer.is_ready))
        self._start.setVisible(not photos)
        self._show_step(offer)

    def _next_words(self, offer: Offer) -> str:
        if not offer.request.photos:
            return self.tr("Drop photos of one car anywhere on this window to begin.")
        if not offer.request.angles:
            return self.tr("Choose angles and colors on the left, then press Generate.")
        if offer.obstacle:
            return offer.obstacle
        return self.tr("Press “{button}”, or Ctrl+Return.").format(button=offer.button_text)

    def _engine_words(self, offer: Offer) -> str:
        """Who makes the images and for how much; before the first photo, for one image."""
        if offer.request.photos:
            return "" if offer.obstacle else offer.summary
        if offer.is_local:
            return self.tr("Studio makes previews on this computer, without token or cost.")
        if not offer.is_ready:
            return offer.hint
        if offer.price is None:
            return self.tr("Replicate makes the images.")
        return self.tr("Replicate makes the images, for about {price} each.").format(
            price=money_text(offer.price)
        )

    def _show_step(self, offer: Offer) -> None:
        """Mark the steps that are done, and the one that is next."""
        is_chosen = bool(offer.request.angles) and not offer.missing
        done = (bool(offer.request.photos), is_chosen, False)
        following = done.index(False)
        for place, step in enumerate(self._steps):
            step.set_state(is_done=done[place], is_next=place == following)

    def _words_of_steps(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Add photos"), self.tr("A few of the same car, from any side.")),
            (
                self.tr("Tick angles and colors"),
                self.tr("A row for each angle, a column for each color."),
            ),
            (self.tr("Generate"), self.tr("Cards fill as they finish, already saved.")),
        )

    def _build(self) -> None:
        center = Qt.AlignmentFlag.AlignHCenter
        for words in (self._title, self._hint):
            words.setAlignment(center)
            words.setWordWrap(True)
            words.setFixedWidth(_WORDS_WIDTH)
        steps = QHBoxLayout()
        steps.setSpacing(2 * SPACE)
        for step in self._steps:
            steps.addWidget(step)
        about = QHBoxLayout()
        about.setSpacing(SPACE // 2)
        about.addWidget(self._about)
        about.addWidget(self._token)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addStretch(2)
        layout.addWidget(self._ghosts, 0, center)
        layout.addSpacing(SPACE // 2)
        # In rows of their own, so that the lines they break into get their height.
        layout.addLayout(_centered(self._title))
        layout.addSpacing(SPACE // 2)
        layout.addLayout(_centered(self._hint))
        layout.addSpacing(SPACE // 2)
        layout.addLayout(_centered(about))
        layout.addSpacing(3 * SPACE)
        layout.addLayout(_centered(steps))
        layout.addWidget(self._start, 0, center)
        layout.addStretch(3)


class _Step(QWidget):
    """A number in a circle beside a heading and a line of text."""

    def __init__(self, number: int, heading: str, text: str) -> None:
        super().__init__()
        self._heading = heading
        body = labeled(text, role="muted")
        body.setWordWrap(True)
        body.setFixedWidth(_TEXT_WIDTH)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(labeled(heading, role="section"))
        words.addWidget(body)
        words.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE + 2)
        self._number = _Number(number)
        layout.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words)
        self.set_state(is_done=False, is_next=False)

    def set_state(self, *, is_done: bool, is_next: bool) -> None:
        """Show, and tell a screen reader, whether the step is done, next, or still to come."""
        self._number.set_state(is_done=is_done, is_next=is_next)
        to_come = self.tr("next") if is_next else self.tr("later")
        state = self.tr("done") if is_done else to_come
        self.setAccessibleName(f"{self._heading}: {state}")


class _Number(QWidget):
    """A number in a circle: filled with a check when done, ringed by the accent when next."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._is_done = False
        self._is_next = False
        self.setFixedSize(24, 24)

    def set_state(self, *, is_done: bool, is_next: bool) -> None:
        """Whether the step is done, or the next to do."""
        self._is_done, self._is_next = is_done, is_next
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The circle, and the number or a check."""
        colors = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = colors.accent if self._is_next else colors.border_strong
        painter.setPen(QPen(QColor(line), 1.5 if self._is_next else 1))
        painter.setBrush(QColor(colors.accent_ground if self._is_next else colors.surface))
        circle = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawEllipse(circle)
        if self._is_done:
            paint_check(painter, QPointF(circle.center()), colors.done)
        else:
            painter.setFont(font(FONT_LABEL, weight=QFont.Weight.DemiBold))
            painter.setPen(QColor(colors.accent if self._is_next else colors.text))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()
        event.accept()


def _centered(inner: QBoxLayout | QWidget) -> QHBoxLayout:
    outer = QHBoxLayout()
    outer.addStretch()
    if isinstance(inner, QWidget):
        outer.addWidget(inner)
    else:
        outer.addLayout(inner)
    outer.addStretch()
    return outer
