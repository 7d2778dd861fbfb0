"""Fusion, with each widget's font chosen by its ``role``.

A style sheet may name a font's weight, but it cannot set the axis of a variable font, and the
weights of Inter are all on one axis. So the style sheet gives a role its colors and this style
gives it its font.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QProxyStyle, QWidget

from carmp_desktop.qt.look.tokens import FONT_BODY, FONT_LABEL, FONT_TITLE
from carmp_desktop.qt.look.typeface import font

_NORMAL, _MEDIUM, _SEMIBOLD = QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold
_FONTS = {
    "title": (FONT_TITLE, _SEMIBOLD),
    "section": (FONT_LABEL, _SEMIBOLD),
    "strong": (FONT_BODY, _SEMIBOLD),
    "figures": (FONT_BODY, _SEMIBOLD),
    "body": (FONT_BODY, _NORMAL),
    "muted": (FONT_LABEL, _NORMAL),
    "faint": (FONT_LABEL, _NORMAL),
    "check": (FONT_LABEL, _NORMAL),
    "error": (FONT_LABEL, _NORMAL),
    "primary": (FONT_BODY + 1, _SEMIBOLD),
    "flat": (FONT_LABEL, _NORMAL),
    "link": (FONT_LABEL, _MEDIUM),
    "count": (FONT_LABEL, _NORMAL),
    "small": (FONT_LABEL, _NORMAL),
}
"""Size in pixels and weight of each role; a role that is not here has the body font."""


class RoleStyle(QProxyStyle):
    """Sets a widget's font when it is first shown, or when the scheme changes."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def polish(self, target: Any) -> Any:  # noqa: ANN401 - a widget, a palette or the application
        """Prepare ``target`` as Fusion does, then give a widget the font of its role."""
        polished = super().polish(target)
        if isinstance(target, QWidget) and (role := target.property("role")) in _FONTS:
            pixels, weight = _FONTS[role]
            target.setFont(font(pixels, weight=weight, tabular=role == "figures"))
        return polished
