"""From a sheet's CSV text to presets, with every fault named by its row and column.

Nothing here raises on any text. A row that cannot be used is left out and named; a sheet with no
usable row or without a column it cannot do without is told by an empty answer and a problem.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from carmp_desktop.core.model import Angle, Color
from carmp_desktop.core.presets import Prompts, Sheet, SheetProblem
from carmp_desktop.core.reading import azimuth_of, hex_of

T = TypeVar("T")

ANGLE_ROW = "angle_generation"
COLOR_ROW = "colorization"

_PLACEHOLDERS = {ANGLE_ROW: "ANGLE_DESC", COLOR_ROW: "COLOR_NAME"}
_REQUIRED = {
    Sheet.PROMPTS: ("key", "prompt_template"),
    Sheet.ANGLES: ("angle_key", "angle_desc"),
    Sheet.COLORS: ("color_key", "prompt_value"),
}
_YES = frozenset({"", "true", "yes", "1", "x"})
_NO = frozenset({"false", "no", "0"})
_ODD_KEY = re.compile(r"[^\w-]")
_LONGEST_CELL = 1 << 20


@dataclass(slots=True)
class Parsed:
    """What one sheet said. ``missing`` names the required columns it lacks."""

    sheet: Sheet
    angles: tuple[Angle, ...] = ()
    colors: tuple[Color, ...] = ()
    prompts: Prompts = Prompts()
    missing: tuple[str, ...] = ()
    problems: list[SheetProblem] = field(default_factory=list)

    @property
    def is_usable(self) -> bool:
        """Whether the sheet says what to do; global prompts without rows say: start nothing."""
        has_rows = self.sheet is Sheet.PROMPTS or bool(self.angles or self.colors)
        return not self.missing and has_rows

    @property
    def is_good(self) -> bool:
        """Whether the sheet may become the last good copy: usable, and no template missing."""
        is_whole = self.sheet is not Sheet.PROMPTS or None not in (
            self.prompts.angle_generation,
            self.prompts.colorization,
        )
        return self.is_usable and is_whole


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


def parse_sheet(sheet: Sheet, text: str) -> Parsed:
    """Read one sheet; the header's names may carry spaces and capitals."""
    parsed = Parsed(sheet)
    header, rows = _read(parsed, text)
    parsed.missing = tuple(name for name in _REQUIRED[sheet] if name not in header)
    for name in parsed.missing:
        _fault(parsed, 1, name, "this column is missing")
    if parsed.missing:
        return parsed
    usable = list(_usable(parsed, rows, *_REQUIRED[sheet]))
    match sheet:
        case Sheet.PROMPTS:
            parsed.prompts = _prompts(parsed, usable)
        case Sheet.ANGLES:
            parsed.angles = _angles(parsed, usable)
        case Sheet.COLORS:
            parsed.colors = _colors(parsed, usable)
    if not parsed.is_usable:
        _fault(parsed, 0, "", "there is no usable row")
    return parsed


def _read(parsed: Parsed, text: str) -> tuple[list[str], list[_Row]]:
    csv.field_size_limit(_LONGEST_CELL)
    lines = csv.reader(io.StringIO(text.removeprefix("\ufeff").replace("\0", ""), newline=""))
    header: list[str] = []
    rows: list[_Row] = []
    number = 0
    try:
        for number, cells in enumerate(lines, start=1):
            if not header and any(cell.strip() for cell in cells):
                header = [_column_name(cell) for cell in cells]
            elif header and any(cell.strip() for cell in cells):
                named = list(zip(header, (cell.strip() for cell in cells), strict=False))
                # Reversed, so that of two columns with one name the first is read.
                rows.append(_Row(number, dict(reversed(named))))
    except csv.Error as error:
        _fault(parsed, number + 1, "", f"the CSV breaks off here ({error})")
    return header, rows


def _column_name(cell: str) -> str:
    return re.sub(r"[\s-]+", "_", cell.strip().lower())


def _usable(parsed: Parsed, rows: list[_Row], key_column: str, value_column: str) -> Iterator[_Row]:
    """The enabled rows with a value and a key of their own; an empty row takes no key."""
    seen: set[str] = set()
    for row in rows:
        key = row[key_column]
        if not key:
            _fault(parsed, row.number, key_column, "the key is empty; the row is left out")
        elif not _is_enabled(parsed, row):
            continue
        elif not row[value_column]:
            _fault(parsed, row.number, value_column, "the cell is empty; the row is left out")
        elif key in seen:
            _fault(
                parsed, row.number, key_column, f"the key {key} is there twice; the first counts"
            )
        else:
            if _ODD_KEY.search(key):
                _fault(parsed, row.number, key_column, f"the key {key} has unusual characters")
            seen.add(key)
            yield row


def _is_enabled(parsed: Parsed, row: _Row) -> bool:
    word = row["enabled"].lower()
    if word not in _YES | _NO:
        _fault(parsed, row.number, "enabled", f"{row['enabled']} is neither TRUE nor FALSE")
    return word not in _NO


def _prompts(parsed: Parsed, rows: list[_Row]) -> Prompts:
    templates: dict[str, str] = {}
    for row in rows:
        key, template = row["key"], row["prompt_template"]
        if key not in _PLACEHOLDERS:
            continue
        if not re.search(r"\{\{\s*" + _PLACEHOLDERS[key] + r"\s*\}\}", template):
            sentence = f"the template does not use {{{{{_PLACEHOLDERS[key]}}}}}"
            _fault(parsed, row.number, "prompt_template", sentence)
        templates[key] = template
    for key in _PLACEHOLDERS:
        if key not in templates:
            _fault(parsed, 0, "key", f"there is no usable row {key}")
    return Prompts(templates.get(ANGLE_ROW), templates.get(COLOR_ROW))


def _angles(parsed: Parsed, rows: list[_Row]) -> tuple[Angle, ...]:
    ordered: list[tuple[float, Angle]] = []
    for row in rows:
        key, label = row["angle_key"], row["angle_label"]
        if not label:
            _fault(
                parsed, row.number, "angle_label", "the label is empty; the key stands in for it"
            )
        angle = Angle(key, label or key, row["angle_desc"], azimuth_of(key, label))
        ordered.append((_order(parsed, row), angle))
    return tuple(angle for _, angle in sorted(ordered, key=lambda item: item[0]))


def _order(parsed: Parsed, row: _Row) -> float:
    """The row's place; one that cannot be read puts it behind the others."""
    try:
        order = float(row["order"]) if row["order"] else float("inf")
    except ValueError:
        order = float("nan")
    if order != order:
        _fault(parsed, row.number, "order", f"{row['order']} is no number; the row comes last")
        return float("inf")
    return order


def _colors(parsed: Parsed, rows: list[_Row]) -> tuple[Color, ...]:
    colors = []
    for row in rows:
        key, label, value = row["color_key"], row["color_label"], row["prompt_value"]
        if not label:
            _fault(
                parsed, row.number, "color_label", "the label is empty; the key stands in for it"
            )
        colors.append(Color(key, label or key, value, hex_of(value)))
    return tuple(colors)


def _fault(parsed: Parsed, row: int, column: str, sentence: str) -> None:
    parsed.problems.append(SheetProblem(parsed.sheet, row, column, sentence))
