"""What the panel says of the core's state: where the presets came from, what the engine lacks."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from carmp_desktop.core.engine_state import EngineState
from carmp_desktop.core.model import EngineName
from carmp_desktop.core.presets import Origin, Presets


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


def _age(time: datetime) -> str:
    seconds = (datetime.now(UTC) - time).total_seconds()
    if seconds < 3600:
        return _tr("{n} min old").format(n=int(seconds // 60))
    if seconds < 48 * 3600:
        return _tr("{n} h old").format(n=int(seconds // 3600))
    return _tr("{n} days old").format(n=int(seconds // 86400))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Window", text)
