"""The pill that narrows the gallery to days: the last few of them, or from one to another."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QDate, QLocale, QRectF, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QDateEdit, QFrame, QGridLayout, QLabel, QWidget

from carmp_desktop.qt.gallery.offers import Offer
from carmp_desktop.qt.gallery.pill import PopupChip
from carmp_desktop.qt.gallery.popup import FilterPopup, Offers
from carmp_desktop.qt.gallery.words import day_form, day_span_words, today
from carmp_desktop.qt.look.theme import tokens
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.parts.controls import labeled

_FIRST_DAY = date(2000, 1, 1)
_MONTH = 30
_FIELD, _INSET = 30, 6
_SEPARATORS = "/.-"


class Period(NamedTuple):
    """Days on the user's clock, both included; None leaves an end open."""

    since: date | None
    until: date | None = None


class PeriodChip(PopupChip):
    """What is chosen is a `Period`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Date"), parent)

    @property
    def period(self) -> Period:
        """What is chosen; open at both ends where nothing is."""
        return self._value if isinstance(self._value, Period) else Period(None)

    def choose_period(self, period: Period) -> None:
        """Choose these days; all days where both ends are open."""
        self.choose(None if period == Period(None) else period)

    def name_of(self, value: object) -> str:
        """As it is offered, else by its days."""
        named = {offer.value: offer.name for offer in reversed(self._offers())}
        if value in named or not isinstance(value, Period):
            return named.get(value, "")
        return day_span_words(value.since, value.until, today())

    def make_popup(self) -> FilterPopup:
        """The usual periods, and two fields for others."""
        return PeriodPopup(Offers(self._offers(), self._value), self.period, self)

    def _offers(self) -> tuple[Offer, ...]:
        now = today()
        return (
            Offer(None, self.tr("Any time")),
            Offer(Period(now), self.tr("Today")),
            Offer(Period(now - timedelta(days=6)), self.tr("Last 7 days")),
            Offer(Period(now - timedelta(days=_MONTH - 1)), self.tr("Last 30 days")),
            Offer(Period(now.replace(month=1, day=1)), self.tr("This year")),
        )


class PeriodPopup(FilterPopup):
    """A list of periods; below it two dates, which count as soon as one of them is changed."""

    def __init__(self, offers: Offers, period: Period, parent: QWidget) -> None:
        super().__init__(offers, parent)
        now = today()
        self.since = DateField(period.since or now - timedelta(days=_MONTH - 1))
        self.until = DateField(period.until or now)
        self.until.setMinimumDate(self.since.date())
        self.since.dateChanged.connect(self._take)
        self.until.dateChanged.connect(self._take)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Plain)
        line.setForegroundRole(QPalette.ColorRole.Mid)
        fields = QGridLayout()
        fields.setContentsMargins(SPACE, 2, SPACE, SPACE)
        fields.setSpacing(SPACE - 2)
        for place, (words, field) in enumerate(
            ((self.tr("From"), self.since), (self.tr("To"), self.until))
        ):
            fields.addWidget(_named(words, field), 0, place)
            fields.addWidget(field, 1, place)
        self.column.addWidget(line)
        self.column.addLayout(fields)

    @Slot()
    def _take(self) -> None:
        """Take the days from the fields; the second is never before the first."""
        self.until.blockSignals(True)
        self.until.setMinimumDate(self.since.date())
        self.until.blockSignals(False)
        self.chosen.emit(Period(self.since.day, self.until.day))


class DateField(QDateEdit):
    """A date to type or to step through with the arrow keys, in the frame of our other fields.

    It is read with the month's name, and typed in figures: there names would be guessed at.
    """

    def __init__(self, day: date) -> None:
        super().__init__(QDate(day.year, day.month, day.day))
        self.setLocale(QLocale())
        self.setDisplayFormat(day_form())
        self.setMinimumDate(QDate(_FIRST_DAY.year, _FIRST_DAY.month, _FIRST_DAY.day))
        self.setButtonSymbols(QDateEdit.ButtonSymbols.NoButtons)
        self.setKeyboardTracking(False)
        self.setFrame(False)
        self.setFixedHeight(_FIELD)

    @property
    def day(self) -> date:
        """The day it shows."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show figures to type over."""
        self.setDisplayFormat(_in_figures(self.locale()))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what was typed, and name the month."""
        super().focusOutEvent(event)
        self.setDisplayFormat(day_form())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass over a separator that the field has passed already, or it would pass a part."""
        is_between = event.text() in _SEPARATORS and self.lineEdit().hasSelectedText()
        if not (event.text() and is_between):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the frame around the text."""
        super().resizeEvent(event)
        self.lineEdit().setGeometry(self.rect().adjusted(_INSET, 2, -_INSET, -2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame alone: the text is a field of its own within it."""
        colors = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colors.accent if self.hasFocus() else colors.border_strong), 1))
        painter.setBrush(QColor(colors.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()


def _in_figures(locale: QLocale) -> str:
    """Day, month and year in the order of the language, each with all its figures."""
    usual = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return re.sub("y+", "yyyy", re.sub("M+", "MM", re.sub("d+", "dd", usual)))


def _named(words: str, field: DateField) -> QLabel:
    label = labeled(words, role="muted")
    label.setBuddy(field)
    field.setAccessibleName(words)
    return label
