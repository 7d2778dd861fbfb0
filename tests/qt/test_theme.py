"""The dress of the application: scheme, typeface, roles, icons, and the drawings."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QIcon, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from carmp_desktop.core.paths import resources
from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.look.car_plan import paint_plan
from carmp_desktop.qt.look.icons import icon, paint_icon
from carmp_desktop.qt.look.stylesheet import style_sheet
from carmp_desktop.qt.look.swatch import paint_swatch
from carmp_desktop.qt.look.theme import dress, font, tokens
from carmp_desktop.qt.look.tokens import DARK, LIGHT, Tokens
from carmp_desktop.qt.parts.controls import labeled
from carmp_desktop.qt.words.text import (
    counted,
    problem_texts,
    share_words,
    short_angle_label,
    short_angle_labels,
)

ICONS = sorted(file.stem for file in (resources() / "icons").glob("*.svg"))


def canvas(side: int = 64) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def painted_pixels(image: QImage) -> set[tuple[int, int]]:
    return {
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 128
    }


def contrast(one: str, other: str) -> float:
    """The contrast of two colors as WCAG 2 defines it."""

    def luminance(color: str) -> float:
        def linear(share: float) -> float:
            return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4

        paint = QColor(color)
        return (
            0.2126 * linear(paint.redF())
            + 0.7152 * linear(paint.greenF())
            + 0.0722 * linear(paint.blueF())
        )

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_scheme_in_force_is_the_one_dressed_last(dressed: QApplication) -> None:
    assert tokens() is LIGHT
    dress(dressed, dark=True)
    assert tokens() is DARK
    assert dressed.palette().color(QPalette.ColorRole.Window) == QColor(DARK.ground)
    dress(dressed, dark=False)
    assert dressed.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.ground)


def test_a_change_of_scheme_reaches_a_label_that_is_shown(
    qtbot: QtBot, dressed: QApplication
) -> None:
    label = QLabel("Photos")
    qtbot.addWidget(label)
    label.show()
    dress(dressed, dark=True)
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.text)
    dress(dressed, dark=False)


def test_disabled_text_and_placeholders_have_colors_of_their_own(dressed: QApplication) -> None:
    palette = dressed.palette()
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == QColor(LIGHT.faint)
    assert palette.color(QPalette.ColorRole.PlaceholderText) == QColor(LIGHT.muted)


def test_inter_is_the_typeface(dressed: QApplication) -> None:
    assert font(13).family() == "Inter"
    assert dressed.font().pixelSize() == 13


def test_a_heavier_weight_is_wider(dressed: QApplication) -> None:
    assert dressed
    text = "Generate 4 Angles"
    widths = [
        QFontMetricsF(font(13, weight=weight)).horizontalAdvance(text)
        for weight in (font(13).weight().Normal, font(13).weight().DemiBold)
    ]
    assert widths[0] < widths[1]


def test_tabular_figures_are_equally_wide(dressed: QApplication) -> None:
    assert dressed
    metrics = QFontMetricsF(font(13, tabular=True))
    assert metrics.horizontalAdvance("1:11") == metrics.horizontalAdvance("0:08")


def test_a_role_gives_a_label_its_font(qtbot: QtBot, dressed: QApplication) -> None:
    assert dressed
    title, muted = labeled("Batch", role="title"), labeled("Batch", role="muted")
    for label in (title, muted):
        qtbot.addWidget(label)
        label.ensurePolished()
    assert title.font().pixelSize() == 16
    assert muted.font().pixelSize() == 12
    assert title.font().weight() > muted.font().weight()


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_leaves_no_token_unfilled(colors: Tokens) -> None:
    sheet = style_sheet(colors)
    assert "$" not in sheet
    assert colors.accent in sheet
    assert sheet.count("{") == sheet.count("}")


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_stands_out_from_its_ground(colors: Tokens) -> None:
    pairs = [
        (colors.text, colors.surface),
        (colors.muted, colors.surface),
        (colors.muted, colors.ground),
        (colors.muted, colors.hover),
        (colors.muted, colors.raised),
        (colors.muted, colors.failed_ground),
        (colors.text, colors.accent_ground),
        (colors.accent, colors.surface),
        (colors.accent_text, colors.accent),
        (colors.check, colors.surface),
        (colors.failed, colors.surface),
        (colors.badge_text, colors.badge),
    ]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_drawn_with_one_stroke_in_the_color_asked_for(name: str) -> None:
    drawing = ET.parse(resources() / "icons" / f"{name}.svg").getroot()
    assert drawing.get("viewBox") == "0 0 24 24"
    assert drawing.get("stroke") == "currentColor"
    assert drawing.get("stroke-width") == "1.75"
    image = canvas()
    painter = QPainter(image)
    paint_icon(painter, name, QRectF(0, 0, 64, 64), "#2A62F4")
    painter.end()
    inked = painted_pixels(image)
    assert inked
    assert {image.pixelColor(*place).name().upper() for place in inked} & {"#2A62F4"}


def test_an_icon_is_sharp_at_twice_the_scale_and_faint_when_disabled(
    dressed: QApplication,
) -> None:
    assert dressed
    made = icon("retry")
    assert made.pixmap(QSize(16, 16), 2.0).width() == 32
    normal = made.pixmap(QSize(24, 24), 1.0, QIcon.Mode.Normal).toImage()
    disabled = made.pixmap(QSize(24, 24), 1.0, QIcon.Mode.Disabled).toImage()
    assert normal != disabled


@pytest.mark.parametrize(
    ("azimuth", "side"), [(0, "above"), (90, "right"), (180, "below"), (270, "left")]
)
def test_the_camera_stands_where_the_azimuth_says(
    dressed: QApplication, azimuth: float, side: str
) -> None:
    assert dressed
    image = canvas()
    painter = QPainter(image)
    paint_plan(painter, QRectF(0, 0, 64, 64), azimuth, True)
    painter.end()
    accent = QColor(LIGHT.accent)
    dot = [place for place in painted_pixels(image) if image.pixelColor(*place) == accent]
    x = sum(place[0] for place in dot) / len(dot) - 31.5
    y = sum(place[1] for place in dot) / len(dot) - 31.5
    places = {"above": -y, "right": x, "below": y, "left": -x}
    assert max(places, key=places.__getitem__) == side


def test_an_unknown_azimuth_draws_no_camera(dressed: QApplication) -> None:
    assert dressed
    image = canvas()
    painter = QPainter(image)
    paint_plan(painter, QRectF(0, 0, 64, 64), None, True)
    painter.end()
    accent = QColor(LIGHT.accent)
    assert all(image.pixelColor(*place) != accent for place in painted_pixels(image))


def test_a_swatch_is_lit_from_the_upper_left(dressed: QApplication) -> None:
    assert dressed
    image = canvas()
    painter = QPainter(image)
    paint_swatch(painter, QRectF(0, 0, 64, 64), "#B8121B")
    painter.end()
    upper, lower = image.pixelColor(20, 18), image.pixelColor(46, 48)
    assert upper.lightness() > QColor("#B8121B").lightness() > lower.lightness()
    assert image.pixelColor(0, 0).alpha() == 0


def test_a_color_without_hex_is_a_dashed_circle(dressed: QApplication) -> None:
    assert dressed
    image = canvas()
    painter = QPainter(image)
    paint_swatch(painter, QRectF(0, 0, 64, 64), None)
    painter.end()
    assert image.pixelColor(32, 32).alpha() == 0
    assert painted_pixels(image)


@pytest.mark.parametrize(
    ("label", "short"),
    [
        ("Front (0°)", "Front"),
        ("Front three-quarter (45°)", "Front ¾"),
        ("Rear three-quarter, left (225°)", "Rear ¾ left"),
        ("Rear 3/4 (135 degrees)", "Rear ¾"),
        ("Top view (drone)", "Top view (drone)"),
        ("(90°)", "(90°)"),
    ],
)
def test_an_angle_label_is_shortened_for_a_tile(label: str, short: str) -> None:
    assert short_angle_label(label) == short


def test_labels_that_differ_in_their_degrees_alone_keep_them() -> None:
    labels = ("Front three-quarter (45°)", "Front three-quarter (315°)", "Rear (180°)")
    assert list(short_angle_labels(labels).values()) == ["Front ¾ 45°", "Front ¾ 315°", "Rear"]
    strange = ("Side (90°)", "Side (90 deg)")
    assert len(set(short_angle_labels(strange).values())) == 2


def test_one_photo_is_counted_in_the_singular() -> None:
    assert counted(1, "{n} photo", "{n} photos") == "1 photo"
    assert counted(0, "{n} photo", "{n} photos") == "0 photos"


def test_the_press_offered_is_all_until_all_are_chosen() -> None:
    assert share_words(4, 8) == "4 of 8 · all"
    assert share_words(8, 8) == "8 of 8 · none"


def test_a_problem_is_told_with_its_fields_filled(dressed: QApplication) -> None:
    assert dressed
    problem = Problem(
        code="too_large",
        title="photo too large",
        sentence="{name} has {size} megapixels.",
        fields={"name": "car.jpg", "size": "900"},
    )
    assert problem_texts(problem) == ("Photo too large", "car.jpg has 900 megapixels.", "")


def test_no_color_is_written_in_the_style_sheet_template() -> None:
    bare = Tokens(dark=False, **dict.fromkeys(_color_names(), "none"))
    assert not re.search(r"#[0-9A-Fa-f]{6}", style_sheet(bare))


def _color_names() -> list[str]:
    return [name for name in Tokens.__slots__ if name != "dark"]
