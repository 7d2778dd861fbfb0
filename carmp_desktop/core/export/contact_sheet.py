"""The contact sheet of one car: its matrix of angles and colors on one page, as PNG and PDF."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from carmp_desktop.core.export.lettering import STRONG, font, lines, shortened
from carmp_desktop.core.export.request import PlannedFile
from carmp_desktop.core.export.sheet_words import SheetWords

_WIDEST = 3600  # pixels of a sheet; the cells become smaller where there are many colors
_CELL_WIDTHS = (96, 400)
_MARGIN, _GAP, _LABELS, _HEAD, _COLUMN_HEAD = 48, 14, 210, 96, 44
_CAPTION = 24
_PAPER, _INK, _FAINT, _FRAME = "#FFFFFF", "#1B1D21", "#6B7280", "#E5E7EB"
_WARNING = "#A14A00"
_PDF_DPI = 150
THUMB = (400, 300)
"""A picture on the sheet is never larger than this, in pixels."""

Cell = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture on the sheet: the file it stands for, and a small copy of it."""

    planned: PlannedFile
    thumb: Image.Image


def thumb_of(picture: Image.Image) -> Image.Image:
    """A small copy for the sheet, what is transparent laid on its paper."""
    small = picture.copy()
    small.thumbnail(THUMB, Image.Resampling.LANCZOS, 3.0)
    if small.mode == "RGBA":
        small = Image.alpha_composite(Image.new("RGBA", small.size, _PAPER), small)
    return small.convert("RGB")


def draw_sheet(car: str, subtitle: str, shown: Sequence[Shown], words: SheetWords) -> Image.Image:
    """The sheet of one car: a row for each angle, a column for each color, the own one first."""
    rows, columns, cells = _matrix(shown, words.original_color)
    aside = _rows_aside(cells)
    room = (_WIDEST - 2 * _MARGIN - _LABELS) // len(columns) - _GAP
    width = min(max(room, _CELL_WIDTHS[0]), _CELL_WIDTHS[1])
    height = round(width * THUMB[1] / THUMB[0])
    step = (width + _GAP, height + _CAPTION + _GAP)
    size = (
        2 * _MARGIN + _LABELS + len(columns) * step[0],
        2 * _MARGIN + _HEAD + _COLUMN_HEAD + len(rows) * step[1],
    )
    sheet = Image.new("RGB", size, _PAPER)
    pen = ImageDraw.Draw(sheet)
    _write_head(pen, car, subtitle, size[0] - 2 * _MARGIN)
    _write_labels(pen, rows, columns, step)
    _write_aside(pen, [row for row, angle in enumerate(rows) if angle in aside], step, words)
    for row, angle in enumerate(rows):
        for column, color in enumerate(columns):
            corner = (
                _MARGIN + _LABELS + column * step[0],
                _MARGIN + _HEAD + _COLUMN_HEAD + row * step[1],
            )
            found = cells.get((angle, color))
            if found is None:
                pen.rectangle((*corner, corner[0] + width, corner[1] + height), outline=_FRAME)
            else:
                is_said = angle in aside or not found.planned.shows_another_side
                caption = found.planned.name.name
                caption = caption if is_said else f"{words.another_side} · {caption}"
                _show(sheet, pen, found.thumb, caption, corner, (width, height))
    return sheet


def as_png(sheet: Image.Image) -> bytes:
    """The sheet as a PNG."""
    body = io.BytesIO()
    sheet.save(body, "PNG")
    return body.getvalue()


def as_pdf(sheet: Image.Image, title: str) -> bytes:
    """The sheet as a PDF of one page of its own size."""
    body = io.BytesIO()
    sheet.save(body, "PDF", resolution=_PDF_DPI, title=title, quality=90)
    return body.getvalue()


def _matrix(
    shown: Sequence[Shown], own_color: str
) -> tuple[dict[str, str], dict[str, str], Mapping[Cell, Shown]]:
    """Angles and colors in the matrix's order, each with its label, and what stands where."""
    ordered = sorted(shown, key=lambda each: each.planned.original.picture.position)
    rows: dict[str, str] = {}
    columns: dict[str, str] = {}
    cells: dict[Cell, Shown] = {}
    for each in sorted(ordered, key=lambda each: each.planned.original.is_recolored):
        picture = each.planned.original.picture
        angle, color = picture.angle_key or picture.file.stem, picture.color_key or ""
        while (angle, color) in cells:
            angle += "+"
        rows.setdefault(angle, picture.angle or picture.file.stem)
        columns.setdefault(color, picture.color or own_color)
        cells[angle, color] = each
    return rows, columns, cells


def _rows_aside(cells: Mapping[Cell, Shown]) -> set[str]:
    """The angles of whose images every one shows another side of the car."""
    rows = {angle for angle, _ in cells}
    return rows - {
        angle for (angle, _), each in cells.items() if not each.planned.shows_another_side
    }


def _write_head(pen: ImageDraw.ImageDraw, car: str, subtitle: str, room: int) -> None:
    title, small = font(40, STRONG), font(18)
    pen.text((_MARGIN, _MARGIN - 8), shortened(car, title, room), _INK, title)
    pen.text((_MARGIN, _MARGIN + 44), shortened(subtitle, small, room), _FAINT, small)


def _write_labels(
    pen: ImageDraw.ImageDraw,
    rows: Mapping[str, str],
    columns: Mapping[str, str],
    step: tuple[int, int],
) -> None:
    strong = font(17, STRONG)
    for number, label in enumerate(columns.values()):
        where = (_MARGIN + _LABELS + number * step[0], _MARGIN + _HEAD + 8)
        pen.text(where, shortened(label, strong, step[0] - _GAP), _INK, strong)
    for number, label in enumerate(rows.values()):
        where = (_MARGIN, _MARGIN + _HEAD + _COLUMN_HEAD + number * step[1])
        name, _, degrees = label.partition(" (")
        pen.text(where, shortened(name, strong, _LABELS - _GAP), _INK, strong)
        if degrees:
            pen.text((where[0], where[1] + 24), degrees.rstrip(")"), _FAINT, font(15))


def _write_aside(
    pen: ImageDraw.ImageDraw, rows: Sequence[int], step: tuple[int, int], words: SheetWords
) -> None:
    """Say below an angle's name that its images show another side."""
    letters = font(15, STRONG)
    for row in rows:
        where = (_MARGIN, _MARGIN + _HEAD + _COLUMN_HEAD + row * step[1] + 48)
        said = lines(words.another_side, letters, _LABELS - _GAP)
        pen.multiline_text(where, "\n".join(said), _WARNING, letters)


def _show(
    sheet: Image.Image,
    pen: ImageDraw.ImageDraw,
    thumb: Image.Image,
    caption: str,
    corner: tuple[int, int],
    size: tuple[int, int],
) -> None:
    small = thumb.copy()
    small.thumbnail(size, Image.Resampling.LANCZOS)
    across, down = (size[0] - small.width) // 2, (size[1] - small.height) // 2
    sheet.paste(small, (corner[0] + across, corner[1] + down))
    letters = font(13)
    where = (corner[0], corner[1] + size[1] + 4)
    pen.text(where, shortened(caption, letters, size[0]), _FAINT, letters)
