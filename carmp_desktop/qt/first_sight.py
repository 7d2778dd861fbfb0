"""Fills the window before its first paint, from what the profile has in plain files.

The same is shown again when the profile is open, so that nothing moves or changes then.
"""

from __future__ import annotations

from contextlib import suppress

from carmp_desktop.core.engine_state import engine_state, models
from carmp_desktop.core.last_choices import ChoicesFile, first_choices
from carmp_desktop.core.paths import Profile, resources
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.secrets import Token, TokenPlace
from carmp_desktop.core.settings import Settings
from carmp_desktop.core.sheets import SheetReader
from carmp_desktop.qt.request.offering import offer_engine, offer_presets
from carmp_desktop.qt.window import MainWindow


def show_what_is_known(window: MainWindow, profile: Profile, settings: Settings) -> None:
    """Offer the presets as they were read last, chosen as last, and name the engine.

    A token is asked for nowhere yet. Prices that make no sense are told when the profile is open.
    """
    panel = window.panel
    presets = SheetReader(profile.sheets, resources() / "presets").read_offline(settings.sheet_urls)
    window.tray.set_presets_state(offer_presets(panel, presets))
    window.tray.set_gallery(str(profile.gallery_at(settings.gallery)))
    panel.choose(ChoicesFile(profile.config).load() or first_choices(presets))
    with suppress(Failure):
        state = engine_state(settings, Token("", TokenPlace.NOWHERE), models(profile.prices))
        offer_engine(panel, state)
        window.top.show_engine(state)
