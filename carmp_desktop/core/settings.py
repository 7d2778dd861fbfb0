"""Every setting of the program, declared once: its key, default, environment name and help.

A `Settings` value is frozen; changing one means saving a new value. What the environment sets wins
over the file and is never written to it. The token is no setting: see `secrets`.
"""

from __future__ import annotations

import dataclasses
import json
import math
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from carmp_desktop.core.presets import Sheet
from carmp_desktop.core.problems import Failure, Problem

GO_ON = "go on"
"""The value of ``after_interruption`` that asks nobody."""

_SHEETS = (
    "https://docs.google.com/spreadsheets/d/e/"
    "2PACX-1vQb-bDvaNqOTOJXonaHf_VfzGZSW8BraE_tGoFAsJortqGRG6UVyA7MoxdN8Muvap_BrprDBT8n4V2B"
)


def _setting(default: str, *, said: str, env: str = "", choices: tuple[str, ...] = ()) -> str:
    """Declare a setting: a text with a default, one sentence of help, an environment name.

    ``choices`` are all the values it may have, where there are but a few.
    """
    metadata = {"help": said, "env": env, "choices": choices}
    declared: str = field(default=default, metadata=metadata)
    return declared


@dataclass(frozen=True, slots=True)
class Settings:
    """The values in force. Every one is text; an empty one means "as the program sees fit"."""

    global_prompts_url: str = _setting(
        f"{_SHEETS}/pub?gid=1909445017&single=true&output=csv",
        env="CARMP_GLOBAL_PROMPTS_URL",
        said="The published CSV with the prompts of angle and color jobs.",
    )
    angle_presets_url: str = _setting(
        f"{_SHEETS}/pub?gid=375187395&single=true&output=csv",
        env="CARMP_ANGLE_PRESETS_URL",
        said="The published CSV with the camera angles.",
    )
    color_presets_url: str = _setting(
        f"{_SHEETS}/pub?gid=41565075&single=true&output=csv",
        env="CARMP_COLOR_PRESETS_URL",
        said="The published CSV with the paint colors.",
    )
    model: str = _setting(
        "google/nano-banana",
        said="The model on Replicate that makes the images, as owner/name.",
    )
    replicate_base_url: str = _setting(
        "https://api.replicate.com",
        env="REPLICATE_BASE_URL",
        said="Address of Replicate's API.",
    )
    gallery: str = _setting(
        "",
        said="Finished images are kept in this folder; those already made stay where they are.",
    )
    engine: str = _setting(
        "",
        choices=("", "replicate", "studio"),
        said="Automatic is Replicate where a token is known, else Studio on this computer.",
    )
    budget: str = _setting(
        "",
        said="No batch starts that would go beyond it in a month. Empty for no limit.",
    )
    after_interruption: str = _setting(
        "",
        choices=("", GO_ON),
        said="What an interruption kept from beginning is made at the next start without asking.",
    )
    mirror_url: str = _setting(
        "",
        env="CARMP_MIRROR_URL",
        said="A ws:// or wss:// address that is told of every event. Empty for none.",
    )
    scheme: str = _setting(
        "",
        choices=("", "light", "dark"),
        said="The window's colors; System follows this computer's setting.",
    )
    language: str = _setting(
        "",
        choices=("", "en", "es", "pt_BR"),
        said="What the window speaks. Another language is spoken from the next start on.",
    )

    @property
    def budget_dollars(self) -> float | None:
        """The month's budget in US dollars, None where there is none.

        Raises `Failure` for a text that is no amount: spending without the limit that somebody
        meant to set would be worse than not starting.
        """
        return amount_of_money(self.budget)

    @property
    def goes_on(self) -> bool:
        """Whether what was interrupted goes on at the next start without being asked for."""
        return self.after_interruption == GO_ON

    @property
    def sheet_urls(self) -> dict[Sheet, str]:
        """The three sheets' addresses."""
        return {
            Sheet.PROMPTS: self.global_prompts_url,
            Sheet.ANGLES: self.angle_presets_url,
            Sheet.COLORS: self.color_presets_url,
        }


def help_of(name: str) -> str:
    """The sentence of help of a setting. Raises KeyError for a name that is none."""
    said: str = _DECLARED[name].metadata["help"]
    return said


def environment_name_of(name: str) -> str:
    """The variable that decides a setting where it is set, "" for a setting that has none."""
    variable: str = _DECLARED[name].metadata["env"]
    return variable


def choices_of(name: str) -> tuple[str, ...]:
    """All values a setting may have, "" first; none where any text will do."""
    choices: tuple[str, ...] = _DECLARED[name].metadata["choices"]
    return choices


def amount_of_money(text: str) -> float | None:
    """An amount in US dollars as a user types it, None for an empty text. Raises `Failure`."""
    said = text.strip().removeprefix("$").replace(",", ".")
    if not said:
        return None
    try:
        amount = float(said)
    except ValueError:
        amount = math.nan
    if not (math.isfinite(amount) and amount >= 0):
        raise Failure(_no_amount(text))
    return amount


_DECLARED = {item.name: item for item in dataclasses.fields(Settings)}


class SettingsFile:
    """The settings of one profile on disk, with the environment laid over them."""

    def __init__(self, path: Path, environment: Mapping[str, str] = os.environ) -> None:
        self._path = path
        self._environment = environment
        self._saved = Settings()

    def load(self) -> Settings:
        """Read the file; a missing one gives the defaults.

        Raises `Failure` where the file is there and cannot be understood: overwriting it with
        defaults would lose what the user had set.
        """
        try:
            values = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            values = {}
        except (OSError, ValueError) as error:
            raise Failure(_unreadable(self._path, error)) from error
        if not isinstance(values, dict):
            raise Failure(_unreadable(self._path, TypeError("not a JSON object")))
        texts = {key: value for key, value in values.items() if isinstance(value, str)}
        self._saved = Settings(**{key: texts[key] for key in _DECLARED.keys() & texts.keys()})
        return self.current()

    def current(self) -> Settings:
        """What is in force: the saved values under those of the environment."""
        return dataclasses.replace(self._saved, **self.from_environment())

    def from_environment(self) -> dict[str, str]:
        """The settings that the environment decides, by name."""
        decided = {
            name: self._environment.get(environment_name_of(name), "")
            for name in _DECLARED
            if environment_name_of(name)
        }
        return {name: value for name, value in decided.items() if value}

    def save(self, **changes: str) -> Settings:
        """Change some settings and write the file whole. Raises `Failure` if it cannot be."""
        wanted = dataclasses.replace(self._saved, **changes)
        defaults = Settings()
        values = dataclasses.asdict(wanted)
        kept = {key: value for key, value in values.items() if value != getattr(defaults, key)}
        part = self._path.with_suffix(".part")
        try:
            part.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
            part.replace(self._path)
        except OSError as error:
            raise Failure(_unwritable(self._path, error)) from error
        self._saved = wanted
        return self.current()


def _no_amount(text: str) -> Problem:
    return Problem(
        code="no_amount",
        title="Budget not understood",
        sentence="The budget in the settings, “{text}”, is no amount of money.",
        action="Enter a number of US dollars, or nothing for no limit.",
        fields={"text": text},
    )


def _unreadable(path: Path, error: Exception) -> Problem:
    return Problem(
        code="settings_unreadable",
        title="Settings not readable",
        sentence="The file {path} cannot be understood: {error}.",
        action="Mend it, or delete it to start from the defaults.",
        fields={"path": str(path), "error": str(error)},
    )


def _unwritable(path: Path, error: OSError) -> Problem:
    return Problem(
        code="settings_unwritable",
        title="Settings not saved",
        sentence="The file {path} cannot be written: {error}.",
        action="Check the folder's permissions and the free space, then save again.",
        fields={"path": str(path), "error": error.strerror or str(error)},
    )
