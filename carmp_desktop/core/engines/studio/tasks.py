"""What the engine asks of a worker and what it hears back; light, so that both sides import it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from carmp_desktop.core.engines.studio.paints import PaintTarget


@dataclass(frozen=True, slots=True)
class Task:
    """One picture to make from ``photo`` and to write to ``part``.

    ``scene_id`` is the angle job's id: its scene is made anew for the angle itself (``target`` is
    None) unless a person has corrected it, and found again for a color.
    """

    photo: Path
    scene_id: str
    part: Path
    target: PaintTarget | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """A picture stands at the task's ``part``; ``doubts`` are sentences for the user."""

    doubts: tuple[str, ...] = ()
