"""Which setting stands on which page of the dialog, and what all of them are called.

A setting that is not here cannot be edited in the window.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from carmp_desktop.qt.settings.form import SHEETS
from carmp_desktop.qt.words.language import LANGUAGE_NAMES

PAGES = (
    ("engine", "token", "model"),
    ("budget", "after_interruption"),
    SHEETS,
    ("gallery", "scheme", "language"),
    ("mirror_url", "mirror_token"),
)
"""The settings, page by page, each in the order in which they stand."""


def page_titles() -> tuple[str, ...]:
    """What the pages are called, in their order."""
    return (_tr("Engine"), _tr("Spending"), _tr("Presets"), _tr("Computer"), _tr("Mirror"))


def titles() -> dict[str, str]:
    """What the settings are called; a secret's field names itself."""
    return {
        "engine": _tr("Images are made by"),
        "model": _tr("Model"),
        "budget": _tr("Monthly budget, in US dollars"),
        "after_interruption": _tr("Go on after an interruption"),
        "global_prompts_url": _tr("Global prompts"),
        "angle_presets_url": _tr("Angle presets"),
        "color_presets_url": _tr("Color presets"),
        "gallery": _tr("Gallery folder"),
        "scheme": _tr("Light or dark"),
        "language": _tr("Language"),
        "mirror_url": _tr("Address of the mirror"),
    }


def words_of_choices() -> dict[str, tuple[str, ...]]:
    """The words for the values of a choice, in the order of the values."""
    return {
        "engine": (_tr("Automatic"), _tr("Replicate"), _tr("Studio")),
        "scheme": (_tr("System"), _tr("Light"), _tr("Dark")),
        "language": (_tr("System"), *LANGUAGE_NAMES),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingsDialog", text)
