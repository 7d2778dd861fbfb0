"""The window's language: our texts, Qt's own, and how dates and numbers are written.

Chosen once, before the first widget is made: a text that stands in a widget is not told anew.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from carmp_desktop.core.paths import resources

ENGLISH = "en"
TRANSLATED = ("es", "pt_BR")
"""The languages that the program speaks besides English."""

LANGUAGE_NAMES = ("English", "Español", "Português (Brasil)")
"""What the languages call themselves, in the order of the setting's choices."""

_REGIONS = {"es": "es_419", "pt_BR": "pt_BR", ENGLISH: "en_US"}
"""Whose dates and numbers go with a language that is not the system's."""


def speak(app: QCoreApplication, wanted: str) -> str:
    """Speak a language from now on; "" is the system's, English where we do not know that.

    The answer is the language that is spoken. What an earlier call installed is taken back.
    """
    for earlier in app.findChildren(_Translator):
        app.removeTranslator(earlier)
        earlier.deleteLater()
    language = wanted or language_of(QLocale.system().uiLanguages())
    QLocale.setDefault(_locale(language, is_wanted=bool(wanted)))
    if language in TRANSLATED:
        folders = {
            f"qtbase_{language}": QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
            f"carmp_{language}": str(resources() / "translations"),
        }
        for name, folder in folders.items():
            translator = _Translator(app)
            if translator.load(name, folder):
                app.installTranslator(translator)
    return language


def language_of(wishes: list[str]) -> str:
    """The language we speak that stands first among the wishes of a user, as ``pt-BR``."""
    known = {language.split("_")[0]: language for language in (*TRANSLATED, ENGLISH)}
    for wish in wishes:
        tongue = wish.replace("_", "-").split("-")[0].lower()
        if tongue in known:
            return known[tongue]
    return ENGLISH


def _locale(language: str, *, is_wanted: bool) -> QLocale:
    """The system's ways of writing where they are of that language, or where nobody chose."""
    system = QLocale.system()
    speaks_it = system.language() is QLocale(language).language()
    return system if speaks_it or not is_wanted else QLocale(_REGIONS[language])


class _Translator(QTranslator):
    """One of ours, so that it can be found and taken back."""
