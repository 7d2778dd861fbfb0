"""Contrast: computed of every pair of tokens that is used, and measured in what is painted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import UTC, datetime
from itertools import combinations, product

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QSlider, QWidget

from carmp_desktop.core.model import Cell
from carmp_desktop.core.paths import resources
from carmp_desktop.core.sheet_parser import Sheet, parse_sheet
from carmp_desktop.qt.batch.card import CardLook, paint_card
from carmp_desktop.qt.look.theme import dress, tokens
from carmp_desktop.qt.look.tokens import DARK, LIGHT, Tokens
from carmp_desktop.qt.parts.controls import labeled, push_button
from carmp_desktop.qt.parts.notice import Notice, NoticeText
from carmp_desktop.qt.parts.segments import Segments
from carmp_desktop.qt.parts.switch import Switch
from carmp_desktop.qt.request.angle_picker import AngleTile
from carmp_desktop.qt.request.color_chip import ColorChip
from tests.qt.batch_samples import FRONT, FRONT_RED, canceled, failed, queued, running
from tests.qt.samples import ANGLES, COLORS
from tests.qt.test_theme import contrast

TEXT, MARK = 4.5, 3.0
PLAIN = ("ground", "surface", "raised", "hover")
TEXTS = {
    "text": (*PLAIN, "border", "accent_ground", "failed_ground"),
    "muted": (*PLAIN, "border", "accent_ground", "failed_ground"),
    "accent": (*PLAIN, "accent_ground"),
    "done": PLAIN,
    "check": (*PLAIN, "accent_ground"),
    "failed": (*PLAIN, "failed_ground"),
    "accent_text": ("accent", "accent_hover"),
    "badge_text": ("badge",),
}
"""Each color that words are written in, and every ground it stands on."""

MARKS = {
    "faint": (*PLAIN, "accent_ground"),
    "accent": ("border", "border_strong", "failed_ground"),
    "badge_text": ("accent", "faint", "badge"),
    "text": ("surface", "faint"),
    "failed": ("surface", "ground"),
}
"""Icons, plans, switches, the lit part of a line, rings: what is seen and not read."""

SWATCH = QRect(12, 9, 10, 10)
"""The middle of a chip's swatch, where its check stands."""

EDGES = {"border", "border_strong", "failed_border"}
"""Hairlines. No control is known by its edge alone: each has words, an icon or a fill."""

WIDGETS: dict[str, Callable[[], QWidget]] = {
    "muted": lambda: labeled("Dropped photos wait here", role="muted"),
    "check": lambda: labeled("Dropped photos wait here", role="check"),
    "error": lambda: labeled("Dropped photos wait here", role="error"),
    "plain": lambda: push_button("Retry failed", role="plain"),
    "flat": lambda: push_button("Copy details", role="flat"),
    "link": lambda: push_button("Enter token", role="link"),
    "primary": lambda: push_button("Generate 4 Angles", role="primary"),
    "closed": lambda: closed(push_button("Generate 4 Angles", role="primary")),
    "angle": lambda: AngleTile(ANGLES[1], "Front ¾"),
    "color": lambda: ColorChip(COLORS[0]),
    "segments": lambda: Segments("Page", [("Studio", ""), ("Gallery", "")]),
    "notice": lambda: Notice(NoticeText("error", "Refused", "It was refused.", details="E005")),
}

SCHEMES = pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])


@SCHEMES
def test_words_stand_out_from_every_ground_they_are_on(colors: Tokens) -> None:
    assert {pair: ratio for pair, ratio in ratios(colors, TEXTS) if ratio < TEXT} == {}


@SCHEMES
def test_marks_stand_out_from_every_ground_they_are_on(colors: Tokens) -> None:
    assert {pair: ratio for pair, ratio in ratios(colors, MARKS) if ratio < MARK} == {}


def test_every_token_is_judged() -> None:
    grounds = {ground for uses in (TEXTS, MARKS) for names in uses.values() for ground in names}
    names = {each.name for each in fields(Tokens)} - {"dark"}
    assert names == {*TEXTS, *MARKS, *EDGES, *grounds}


@SCHEMES
def test_the_gold_star_stands_out_from_its_badge(colors: Tokens) -> None:
    assert contrast(DARK.check, colors.badge) >= MARK


def test_the_check_is_seen_on_every_paint_of_the_sheet(dressed: QApplication) -> None:
    assert dressed
    text = (resources() / "presets" / "color_presets.csv").read_text(encoding="utf-8")
    paints = parse_sheet(Sheet.COLORS, text).colors
    assert len(paints) > len(COLORS)
    for paint in paints:
        chip = ColorChip(paint)
        chip.resize(chip.sizeHint())
        bare = painted(chip)
        chip.setChecked(True)
        assert max(seen_on(bare, painted(chip), within=SWATCH)) >= MARK, paint.label


@SCHEMES
@pytest.mark.parametrize("name", WIDGETS)
def test_words_as_they_are_painted(dressed: QApplication, colors: Tokens, name: str) -> None:
    dress(dressed, dark=colors.dark)
    widget = WIDGETS[name]()
    widget.setAutoFillBackground(True)
    widget.resize(widget.sizeHint())
    assert strongest(painted(widget)) >= TEXT
    dress(dressed, dark=False)


@SCHEMES
@pytest.mark.parametrize(
    "cell",
    [queued(FRONT), queued(FRONT_RED), running(FRONT), failed(FRONT), canceled(FRONT)],
    ids=["queued", "waits", "running", "failed", "canceled"],
)
def test_words_of_a_card_as_they_are_painted(
    dressed: QApplication, colors: Tokens, cell: Cell
) -> None:
    dress(dressed, dark=colors.dark)
    assert strongest(card(cell)) >= TEXT
    dress(dressed, dark=False)


@SCHEMES
@pytest.mark.parametrize("on", [True, False], ids=["on", "off"])
def test_a_switch_is_seen_on_its_ground(dressed: QApplication, colors: Tokens, on: bool) -> None:
    dress(dressed, dark=colors.dark)
    switch = Switch("Auto-colorize")
    switch.setAutoFillBackground(True)
    switch.setChecked(on)
    image = painted(switch)
    track = image.pixelColor(image.width() // 2, 6).name()
    assert contrast(track, image.pixelColor(0, 0).name()) >= MARK
    dress(dressed, dark=False)


@SCHEMES
def test_the_knob_of_a_slider_is_seen_on_its_ground(dressed: QApplication, colors: Tokens) -> None:
    dress(dressed, dark=colors.dark)
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setAutoFillBackground(True)
    slider.resize(112, 24)
    assert strongest(painted(slider)) >= MARK
    dress(dressed, dark=False)


def test_the_states_of_a_card_differ_without_color_and_without_words(
    dressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert dressed
    for words in ("state_words", "clock_text", "failure_sentence", "cost_words"):
        monkeypatch.setattr(f"carmp_desktop.qt.batch.card.{words}", lambda *_: "one word for all")
    cells = {
        "queued": queued(FRONT),
        "running": running(FRONT),
        "failed": failed(FRONT),
        "canceled": canceled(FRONT),
    }
    gray = QImage.Format.Format_Grayscale8
    grays = {name: card(cell).convertToFormat(gray) for name, cell in cells.items()}
    for one, other in combinations(grays, 2):
        changed = np.count_nonzero(pixels(grays[one], 1) != pixels(grays[other], 1))
        assert changed > _AN_ICON, (one, other)


_SCALE = 3
_A_STROKE, _AN_ICON = 12, 20 * _SCALE
"""So many pixels a stroke of a letter has at least, and the lines of an icon."""


def ratios(
    colors: Tokens, uses: dict[str, tuple[str, ...]]
) -> Iterator[tuple[tuple[str, str], float]]:
    for name, grounds in uses.items():
        for ground in grounds:
            ratio = contrast(getattr(colors, name), getattr(colors, ground))
            yield (name, ground), round(ratio, 2)


def closed(button: QWidget) -> QWidget:
    button.setEnabled(False)
    return button


def painted(widget: QWidget) -> QImage:
    """The widget three times as large, so that the strokes of letters reach their color."""
    widget.ensurePolished()
    return onto(widget.size().width(), widget.size().height(), widget.render)


def card(cell: Cell) -> QImage:
    look = CardLook(cell=cell, now=datetime.now(UTC))
    return onto(176, 148, lambda painter, _: paint_card(painter, QRect(4, 4, 168, 140), look))


def onto(width: int, height: int, paint: Callable[[QPainter, QPoint], None]) -> QImage:
    image = QImage(width * _SCALE, height * _SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    image.fill(QColor(tokens().ground))
    painter = QPainter(image)
    paint(painter, QPoint())
    painter.end()
    return image


def strongest(image: QImage) -> float:
    """The contrast of the color that stands out most from the commonest one.

    A color counts where it fills more than a few pixels: no trick of antialiasing does.
    """
    colors, counts = np.unique(pixels(image, 4).view(np.uint32) & 0xFFFFFF, return_counts=True)
    ground = f"#{colors[counts.argmax()]:06x}"
    return max(contrast(f"#{color:06x}", ground) for color in colors[counts > _A_STROKE])


def pixels(image: QImage, bytes_each: int) -> np.ndarray:
    """The bytes of an image without what pads its lines: height × width · ``bytes_each``."""
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return np.ascontiguousarray(lines[:, : image.width() * bytes_each])


def seen_on(one: QImage, other: QImage, within: QRect) -> Iterator[float]:
    """The contrasts of the pixels that differ within a rectangle of the widget's own pixels."""
    room = QRect(within.topLeft() * _SCALE, within.size() * _SCALE)
    for x, y in product(range(room.left(), room.right()), range(room.top(), room.bottom())):
        if one.pixel(x, y) != other.pixel(x, y):
            yield contrast(one.pixelColor(x, y).name(), other.pixelColor(x, y).name())
