"""Fills the sheet's templates. No prompt is written here: the words come from the sheet."""

from __future__ import annotations

import hashlib
import re

from carmp_desktop.core.model import Angle, Color
from carmp_desktop.core.presets import Prompts
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.reading import hex_of

MISSING_PROMPTS = Problem(
    code="missing_prompts",
    title="Missing global prompts from CSV",
    sentence="The global prompts sheet has no usable row {rows}.",
    action="Add the row to the sheet with its prompt_template, then reload the presets.",
)


def require(prompts: Prompts) -> None:
    """Raise `Failure` where a template is missing: nothing may start then."""
    rows = {"angle_generation": prompts.angle_generation, "colorization": prompts.colorization}
    missing = [key for key, template in rows.items() if not template]
    if missing:
        said = MISSING_PROMPTS
        fields = {"rows": ", ".join(missing)}
        raise Failure(Problem(said.code, said.title, said.sentence, said.action, fields))


def angle_prompt(prompts: Prompts, angle: Angle, instructions: str) -> str:
    """The whole prompt of an angle job."""
    return _fill(prompts.angle_generation or "", "ANGLE_DESC", angle.description, instructions)


def color_prompt(prompts: Prompts, color: Color, instructions: str) -> str:
    """The whole prompt of a color job."""
    return _fill(prompts.colorization or "", "COLOR_NAME", color.prompt_value, instructions)


def custom_color(text: str) -> Color:
    """A color as the user typed it; equal texts give equal keys."""
    value = " ".join(text.split())
    slug = re.sub(r"\W+", "_", value.lower()).strip("_")[:24]
    mark = hashlib.sha256(value.encode("utf-8", "replace")).hexdigest()[:6]
    key = f"custom_{slug}_{mark}" if slug else f"custom_{mark}"
    return Color(key=key, label=value, prompt_value=value, hex=hex_of(value), custom=True)


def _fill(template: str, name: str, value: str, instructions: str) -> str:
    # A function as replacement: backslashes in the sheet's values are not escapes.
    text = re.sub(r"\{\{\s*" + name + r"\s*\}\}", lambda _: value, template)
    extra = instructions.strip()
    return f"{text}\n\n{extra}" if extra else text
