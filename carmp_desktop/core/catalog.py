"""What is known of each model on Replicate: its input fields and about what an image costs.

The facts are data (``resources/models.json``), because models come and go and prices change. A
model that is not listed is asked the way `google/nano-banana` is, at an unknown price.
"""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.remarks import NO_PRICE

_COLUMNS = ("model", "usd_per_image")


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
    """The table of models, read at first use, under the prices the user has set in ``prices``.

    That file is a CSV of the columns ``model`` and ``usd_per_image``; it is read anew each time.
    """

    def __init__(self, file: Path, prices: Path) -> None:
        self._file = file
        self._prices = prices
        self._models: dict[str, ModelFacts] | None = None

    def facts(self, slug: str) -> ModelFacts:
        """What is known of a model. Raises `Failure` where the user's prices make no sense."""
        known = self._known().get(slug) or ModelFacts(slug)
        return replace(known, price=self._own_prices().get(slug, known.price))

    def price_table(self) -> Path:
        """The user's own table of prices, made from the known ones where there is none yet.

        Raises OSError where it cannot be written.
        """
        if not self._prices.exists():
            with self._prices.open("x", newline="", encoding="utf-8") as file:
                table = csv.writer(file)
                table.writerow(_COLUMNS)
                table.writerows(
                    (slug, "" if facts.price is None else facts.price)
                    for slug, facts in self._known().items()
                )
        return self._prices

    def _known(self) -> dict[str, ModelFacts]:
        if self._models is None:
            self._models = _read(self._file)
        return self._models

    def _own_prices(self) -> dict[str, float]:
        try:
            text = self._prices.read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise Failure(_bad_prices(self._prices, str(error))) from error
        prices = {}
        for number, row in enumerate(csv.DictReader(io.StringIO(text)), start=2):
            slug, said = (row.get(column) or "" for column in _COLUMNS)
            if slug.strip() and said.strip():
                prices[slug.strip()] = _amount(said, self._prices, number)
        return prices


def _amount(said: str, file: Path, row: int) -> float:
    try:
        amount = float(said.strip().removeprefix("$"))
    except ValueError:
        amount = math.nan
    if not (math.isfinite(amount) and amount >= 0):
        raise Failure(_bad_prices(file, NO_PRICE.format(said=said, row=row)))
    return amount


def _bad_prices(file: Path, reason: str) -> Problem:
    return Problem(
        code="prices_unreadable",
        title="Prices not understood",
        sentence="The price table {file} cannot be used: {reason}.",
        action="Mend it, or delete it to go back to the known prices.",
        fields={"file": str(file), "reason": reason},
    )


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
