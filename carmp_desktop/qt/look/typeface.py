"""The interface's typeface: Inter from its package, at any size and weight."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import fontpkg_inter  # type: ignore[import-untyped] # it ships no type information
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

_FAMILY = "interfaceFamily"
_UPRIGHT = "Inter[[]opsz,wght].ttf"


def load_typeface(app: QApplication) -> None:
    """Register Inter for ``app``, or settle for the system's interface font where that fails."""
    app.setProperty(_FAMILY, _load_inter() or _system_family())


def font(
    pixels: int, *, weight: QFont.Weight = QFont.Weight.Normal, tabular: bool = False
) -> QFont:
    """The interface font at a size in pixels; ``tabular`` gives all digits the same width.

    The heaviest weight in use is DemiBold: where a family has no bold face of its own, Qt smears
    the letters of anything bolder.
    """
    app = QApplication.instance()
    family = app.property(_FAMILY) if app is not None else None
    return QFont(_made(family or _system_family(), pixels, weight, tabular))


@cache
def _made(family: str, pixels: int, weight: QFont.Weight, tabular: bool) -> QFont:
    """Made once: every card asks for several, at every frame."""
    made = QFont(family)
    made.setPixelSize(pixels)
    made.setWeight(weight)
    made.setVariableAxis(QFont.Tag("wght"), float(weight.value))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def _load_inter() -> str | None:
    for file in Path(fontpkg_inter.ROOT).rglob(_UPRIGHT):
        number = QFontDatabase.addApplicationFont(str(file))
        families = QFontDatabase.applicationFontFamilies(number)
        if families:
            return families[0]
    return None


def _system_family() -> str:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
