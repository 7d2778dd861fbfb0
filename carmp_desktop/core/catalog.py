"""What is known of each model on Replicate: its input fields and about what an image costs.

The facts are data (``resources/models.json``), because models come and go and prices change. A
model that is not listed is asked the way `google/nano-banana` is, at an unknown price.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """How one model is asked. ``price`` is in US dollars an image, None where unknown."""

    slug: str
    price: float | None = None
    prompt_field: str = "prompt"
    images_field: str = "image_input"
    fixed: Mapping[str, Any] = field(default_factory=lambda: {"output_format": "png"}, hash=False)

    def inputs(self, *, prompt: str, images: Sequence[str]) -> dict[str, Any]:
        """The whole input of a prediction; ``images`` are addresses."""
        return {self.prompt_field: prompt, self.images_field: list(images), **self.fixed}


class Catalog:
    """The table of models, read from a file at first use."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._models: dict[str, ModelFacts] | None = None

    def facts(self, slug: str) -> ModelFacts:
        """What is known of a model."""
        if self._models is None:
            self._models = _read(self._file)
        return self._models.get(slug) or ModelFacts(slug)


def _read(file: Path) -> dict[str, ModelFacts]:
    table: dict[str, dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    return {
        slug: ModelFacts(
            slug=slug,
            price=row["price"],
            prompt_field=row["prompt"],
            images_field=row["images"],
            fixed=row["fixed"],
        )
        for slug, row in table.items()
    }
