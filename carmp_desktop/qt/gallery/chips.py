"""The pill that offers a choice: a car, an angle, a color, a batch."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from carmp_desktop.qt.gallery.offers import Offer
from carmp_desktop.qt.gallery.pill import FilterChip, PopupChip
from carmp_desktop.qt.gallery.popup import FilterPopup, Offers

__all__ = ["ChoiceChip", "FilterChip"]


class ChoiceChip(PopupChip):
    """Offers what images have, in a list; what is chosen is a key."""

    def __init__(self, noun: str, anything: str, parent: QWidget | None = None) -> None:
        """``anything`` is the offer to choose nothing in particular."""
        super().__init__(noun, parent)
        self._anything = anything
        self._offers: tuple[Offer, ...] = ()
        self._names: dict[object, str] = {}

    @property
    def key(self) -> str | None:
        """What is chosen."""
        return str(self._value) if self._value is not None else None

    def set_offers(self, offers: Sequence[Offer]) -> None:
        """Offer these; what is chosen stays so, even where no image has it any more."""
        self._offers = tuple(offers)
        self._names |= {offer.value: offer.name for offer in offers}
        self.describe()

    def name_of(self, value: object) -> str:
        """As it was offered last."""
        return self._names.get(value, str(value))

    def make_popup(self) -> FilterPopup:
        """A list of all offers, below that of nothing in particular."""
        everything = (Offer(None, self._anything), *self._offers)
        return FilterPopup(Offers(everything, self._value), self)
