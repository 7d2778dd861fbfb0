"""Which engine makes the images, as the window shows it: ready or not, and what an image costs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from carmp_desktop.core.catalog import Catalog, ModelFacts
from carmp_desktop.core.model import EngineName
from carmp_desktop.core.paths import resources
from carmp_desktop.core.secrets import Token
from carmp_desktop.core.settings import Settings

STUDIO_MODEL = resources() / "models" / "u2netp.onnx"
"""The file without which the studio cannot work."""


@dataclass(frozen=True, slots=True)
class EngineState:
    """The engine in use, the model it would ask, and what it needs: a token, or a model file."""

    name: EngineName
    model: ModelFacts
    token: Token
    has_model: bool

    @property
    def is_ready(self) -> bool:
        """Whether a batch can be started."""
        return self.has_model if self.name is EngineName.STUDIO else bool(self.token)

    @property
    def price(self) -> float | None:
        """About what one image costs, in US dollars; None where that is unknown."""
        return 0.0 if self.name is EngineName.STUDIO else self.model.price


def engine_state(settings: Settings, token: Token, catalog: Catalog) -> EngineState:
    """The engine a batch would be made with now.

    It is the one the user chose, else Replicate where a token is known, else the studio. Raises
    `Failure` where the user's prices make no sense.
    """
    if settings.engine in tuple(EngineName):
        name = EngineName(settings.engine)
    else:
        name = EngineName.REPLICATE if token else EngineName.STUDIO
    return EngineState(
        name=name,
        model=catalog.facts(settings.model),
        token=token,
        has_model=STUDIO_MODEL.is_file(),
    )


def models(prices: Path) -> Catalog:
    """The table of models that ships with the program, under the user's own ``prices``."""
    return Catalog(resources() / "models.json", prices)
