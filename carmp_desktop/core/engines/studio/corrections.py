"""Corrections made by hand in their order, with undo and redo; light, for the window imports it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carmp_desktop.core.engines.studio.retouch import Stroke


class Layer(StrEnum):
    """What a stroke corrects: which pixels are the car, or which of the car's are painted."""

    OUTLINE = "outline"
    PAINT = "paint"


@dataclass(frozen=True, slots=True)
class Correction:
    """One stroke on one layer."""

    layer: Layer
    stroke: Stroke


class History:
    """Corrections in their order; each change is a step that can be taken back and made again."""

    def __init__(self) -> None:
        self._states: list[tuple[Correction, ...]] = [()]
        self._at = 0

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """Everything that is in force, the oldest first."""
        return self._states[self._at]

    def strokes(self, layer: Layer) -> tuple[Stroke, ...]:
        """The strokes in force on one layer, the oldest first."""
        return tuple(each.stroke for each in self.corrections if each.layer is layer)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back and nothing was done since."""
        return self._at < len(self._states) - 1

    def add(self, correction: Correction) -> None:
        """Make a correction; steps that were taken back are forgotten."""
        self._step((*self.corrections, correction))

    def reset(self) -> None:
        """Drop all corrections, as a step that can itself be taken back."""
        if self.corrections:
            self._step(())

    def undo(self) -> None:
        """Take the last step back, where there is one."""
        self._at = max(0, self._at - 1)

    def redo(self) -> None:
        """Make the step again that was last taken back, where there is one."""
        self._at = min(len(self._states) - 1, self._at + 1)

    def _step(self, state: tuple[Correction, ...]) -> None:
        self._states[self._at + 1 :] = [state]
        self._at += 1
