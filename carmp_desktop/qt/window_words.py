"""What the window says of the core's state: where the presets came from, what the settings are."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from carmp_desktop.core.marketplace import EngineState, Marketplace
from carmp_desktop.core.model import EngineName
from carmp_desktop.core.presets import Origin, Presets
from carmp_desktop.core.secrets import Token, TokenPlace
from carmp_desktop.qt.settings_form import SettingsForm


def presets_words(presets: Presets) -> tuple[str, bool]:
    """Where the presets came from, as a short text; and whether that is worth a second look."""
    oldest = presets.oldest
    if oldest is None:
        return _tr("No presets"), True
    if oldest.origin is Origin.BUILT_IN or oldest.read_at is None:
        return _tr("Built-in presets"), True
    if oldest.origin is Origin.LAST_COPY:
        return _tr("Presets: last copy, {age}").format(age=_age(oldest.read_at)), True
    return _tr("Presets: sheets, read {time:%H:%M}").format(time=oldest.read_at.astimezone()), False


def engine_hint(state: EngineState) -> str:
    """What the engine in use lacks, as a short sentence; empty where it is ready."""
    if state.is_ready:
        return ""
    if state.name is EngineName.REPLICATE:
        return _tr("No Replicate token yet.")
    return _tr("The studio's model file is missing; set the program up again.")


def token_words(token: Token) -> str:
    """Where the token is kept, as a sentence."""
    words = {
        TokenPlace.NOWHERE: _tr("No token yet. It will be kept in the system's keychain."),
        TokenPlace.ENVIRONMENT: _tr("From REPLICATE_API_TOKEN; the environment wins."),
        TokenPlace.KEYCHAIN: _tr("In the system's keychain."),
        TokenPlace.THIS_RUN: _tr("For this run only: this system has no keychain."),
    }
    return words[token.place]


def settings_form(market: Marketplace) -> SettingsForm:
    """The settings as the dialog shows them."""
    settings, token = market.settings, market.token
    return SettingsForm(
        token_state=token_words(token),
        token_locked=token.place is TokenPlace.ENVIRONMENT,
        has_token=bool(token),
        global_prompts_url=settings.global_prompts_url,
        angle_presets_url=settings.angle_presets_url,
        color_presets_url=settings.color_presets_url,
        model=settings.model,
        gallery=str(market.gallery),
        budget=settings.budget,
        after_interruption=settings.after_interruption,
        engine=settings.engine,
        scheme=settings.scheme,
        language=settings.language,
        locked=market.settings_from_environment,
    )


def _age(time: datetime) -> str:
    seconds = (datetime.now(UTC) - time).total_seconds()
    if seconds < 3600:
        return _tr("{n} min old").format(n=int(seconds // 60))
    if seconds < 48 * 3600:
        return _tr("{n} h old").format(n=int(seconds // 3600))
    return _tr("{n} days old").format(n=int(seconds // 86400))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Window", text)
