"""What was chosen last: angles, colors and auto-colorize, kept in a profile for the next start."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from carmp_desktop.core.model import BatchRequest
from carmp_desktop.core.presets import Presets
from carmp_desktop.core.whole_files import put_whole

_NAME = "choices.json"
_TELLING_ANGLES = ("front_3_4", "side_90", "rear_3_4")
_TELLING_COLORS = ("white_pearl", "black", "red_metallic", "blue_metallic")


@dataclass(frozen=True, slots=True)
class LastChoices:
    """Keys of the sheets, ``own_colors`` as the user typed them, and whether colors start."""

    angles: tuple[str, ...] = ()
    colors: tuple[str, ...] = ()
    own_colors: tuple[str, ...] = ()
    auto_colorize: bool = True


class ChoicesFile:
    """The choices of one profile on disk. A convenience: what cannot be read is as if not there."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME

    def load(self) -> LastChoices | None:
        """What was saved last, None before the first time or where it cannot be understood."""
        try:
            said = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return None
        if not isinstance(said, dict):
            return None
        return LastChoices(
            angles=_texts(said.get("angles")),
            colors=_texts(said.get("colors")),
            own_colors=_texts(said.get("own_colors")),
            auto_colorize=said.get("auto_colorize") is not False,
        )

    def save(self, choices: LastChoices) -> None:
        """Put the file in its place whole. Blocks on the disk; raises OSError where it fails."""
        text = json.dumps(asdict(choices), indent=2, ensure_ascii=False)
        put_whole(self._path, f"{text}\n".encode())


def choices_in(request: BatchRequest) -> LastChoices:
    """What of a request is worth remembering: not its photos, its car or its instructions."""
    return LastChoices(
        angles=tuple(angle.key for angle in request.angles),
        colors=tuple(color.key for color in request.colors if not color.custom),
        own_colors=tuple(color.prompt_value for color in request.colors if color.custom),
        auto_colorize=request.auto_colorize,
    )


def first_choices(presets: Presets) -> LastChoices:
    """What serves a first time: three telling angles and four common colors, as far as offered."""
    return LastChoices(
        angles=_some(_TELLING_ANGLES, [angle.key for angle in presets.angles]),
        colors=_some(_TELLING_COLORS, [color.key for color in presets.colors]),
    )


def _some(wanted: Sequence[str], offered: Iterable[str]) -> tuple[str, ...]:
    """As many of the keys on offer as are ``wanted``, those before any others."""
    known = list(offered)
    found = [key for key in wanted if key in known]
    return tuple(dict.fromkeys([*found, *known]))[: len(wanted)]


def _texts(value: Any) -> tuple[str, ...]:  # noqa: ANN401 - whatever JSON holds
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()
