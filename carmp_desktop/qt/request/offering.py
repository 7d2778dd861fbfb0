"""Fills the panel with what can be chosen: before the profile is open, and whenever it changes."""

from __future__ import annotations

from carmp_desktop.core.engine_state import EngineState
from carmp_desktop.core.model import EngineName
from carmp_desktop.core.presets import Presets
from carmp_desktop.qt.request.panel import RequestPanel
from carmp_desktop.qt.request.words import engine_hint, presets_words


def offer_presets(panel: RequestPanel, presets: Presets) -> str:
    """Offer what the sheets say; the answer tells in a few words where it came from."""
    words, stale = presets_words(presets)
    panel.set_presets(presets)
    panel.set_presets_state(words, stale=stale, reading=False)
    return words


def offer_engine(panel: RequestPanel, state: EngineState) -> None:
    """Show which engine is in use, whether it can work, and what it costs."""
    panel.set_engines(
        state.name, ready=state.is_ready, hint=engine_hint(state), choices=tuple(EngineName)
    )
    panel.set_price(state.price)
