"""What the settings say of the core's state: where tokens are kept, and every value in force."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.secrets import Token, TokenPlace
from carmp_desktop.qt.settings.form import SettingsForm


def token_words(token: Token) -> str:
    """Where the token is kept, as a sentence."""
    words = {
        TokenPlace.NOWHERE: _tr("No token yet. It will be kept in the system's keychain."),
        TokenPlace.ENVIRONMENT: _tr("From REPLICATE_API_TOKEN; the environment wins."),
        TokenPlace.KEYCHAIN: _tr("In the system's keychain."),
        TokenPlace.THIS_RUN: _tr("For this run only: this system has no keychain."),
    }
    return words[token.place]


def mirror_token_words(token: Token) -> str:
    """Where the mirror's token is kept, as a sentence."""
    words = {
        TokenPlace.NOWHERE: _tr(
            "It is kept in the system's keychain, and sent to the mirror alone."
        ),
        TokenPlace.ENVIRONMENT: _tr("From CARMP_MIRROR_TOKEN; the environment wins."),
        TokenPlace.KEYCHAIN: _tr("In the system's keychain."),
        TokenPlace.THIS_RUN: _tr("For this run only: this system has no keychain."),
    }
    return words[token.place]


def settings_form(market: Marketplace) -> SettingsForm:
    """The settings as the dialog shows them."""
    settings, token, mirror_token = market.settings, market.token, market.mirror.token
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
        mirror_url=settings.mirror_url,
        mirror_token_state=mirror_token_words(mirror_token),
        mirror_token_locked=mirror_token.place is TokenPlace.ENVIRONMENT,
        has_mirror_token=bool(mirror_token),
        locked=market.settings_from_environment,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Window", text)
