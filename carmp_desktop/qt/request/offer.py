"""What a press on the button would make now, at what cost, and what still stands before it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from carmp_desktop.core.model import BatchRequest, EngineName
from carmp_desktop.qt.words.card_words import money_text
from carmp_desktop.qt.words.text import counted


@dataclass(frozen=True, slots=True)
class Offer:
    """The request as it stands, and how the engine that it names is placed.

    ``price`` is what one image costs in US dollars, None where that is unknown. Where the engine
    is not ``is_ready``, ``hint`` says what it lacks.
    """

    request: BatchRequest = BatchRequest(photos=(), angles=())
    price: float | None = None
    is_ready: bool = True
    hint: str = ""

    @property
    def is_local(self) -> bool:
        """Whether the images are made on this computer, at no cost."""
        return self.request.engine is EngineName.STUDIO

    @property
    def missing(self) -> str:
        """What must still be chosen, as a short sentence; empty where nothing must."""
        request = self.request
        if not request.photos:
            return _tr("Add at least one photo of the car.")
        if not request.angles:
            return _tr("Choose at least one angle.")
        if request.auto_colorize and not request.colors:
            return _tr("Choose a color, or turn auto-colorize off.")
        return ""

    @property
    def obstacle(self) -> str:
        """Why the button is closed, as a short sentence; empty where it is open."""
        return self.missing if self.is_ready else self.hint

    @property
    def cost(self) -> str:
        """About what the whole request costs, as ``$0.585``; empty where nothing, or unknown."""
        if self.is_local or self.price is None:
            return ""
        return money_text(self.price * self.request.total_jobs)

    @property
    def button_text(self) -> str:
        """What the button says."""
        angles, colors = len(self.request.angles), len(self.request.colors)
        return self._button_template.format(angles=angles, colors=colors)

    @property
    def _button_template(self) -> str:
        one_angle, one_color = len(self.request.angles) == 1, len(self.request.colors) == 1
        if not self.request.auto_colorize:
            if one_angle:
                return _tr("Generate {angles} Angle (colors later)")
            return _tr("Generate {angles} Angles (colors later)")
        if one_angle and one_color:
            return _tr("Generate {angles} Angle → {colors} Color each")
        if one_angle:
            return _tr("Generate {angles} Angle → {colors} Colors each")
        if one_color:
            return _tr("Generate {angles} Angles → {colors} Color each")
        return _tr("Generate {angles} Angles → {colors} Colors each")

    @property
    def summary(self) -> str:
        """How many images, made where, at what cost, as one sentence."""
        total = self.request.total_jobs
        images = counted(total, _tr("{n} image"), _tr("{n} images"))
        if self.is_local:
            return _tr("{images} with Studio, on this computer and without cost.").format(
                images=images
            )
        if not self.cost:
            return _tr("{images} with Replicate, at an unknown price.").format(images=images)
        return _tr("{images} with Replicate, for about {cost}.").format(
            images=images, cost=self.cost
        )


def engine_title(name: EngineName) -> str:
    """The engine's name as people know it."""
    return _tr({EngineName.REPLICATE: "Replicate", EngineName.STUDIO: "Studio"}[name])


def _tr(text: str) -> str:
    return QCoreApplication.translate("GenerateFoot", text)
