"""The words on a contact sheet, in the listing's language as those of the disclosure are.

The command line writes sheets too, so they are not the window's to translate.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from carmp_desktop.core import remarks


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The words of one language; ``profiles`` are the shipped titles that it calls otherwise."""

    original_color: str
    one_image: str
    many_images: str
    made_with_ai: str
    another_side: str
    profiles: Mapping[str, str] = field(default_factory=dict)

    def subtitle(self, title: str, images: int, day: str) -> str:
        """What stands below the car's name; a profile of the user's own is called as it is."""
        count = self.one_image if images == 1 else self.many_images.format(n=images)
        return " · ".join((self.profiles.get(title, title), count, day, self.made_with_ai))


SHEET_WORDS = {
    "en": SheetWords(
        original_color="Original color",
        one_image="1 image",
        many_images="{n} images",
        made_with_ai="made with AI",
        another_side="Photo of another side",
    ),
    "es": SheetWords(
        original_color="Color original",
        one_image="1 imagen",
        many_images="{n} imágenes",
        made_with_ai="con IA",
        another_side="Foto de otro lado",
        profiles={
            remarks.GOOGLE: "Anuncios de vehículos de Google",
            remarks.DEALER_FEED: "Canal de concesionario",
            remarks.WEB: "Web, 1,71:1",
            remarks.FULL_SIZE: "Tamaño completo",
            remarks.TRANSPARENT: "Transparente",
        },
    ),
    "pt_BR": SheetWords(
        original_color="Cor original",
        one_image="1 imagem",
        many_images="{n} imagens",
        made_with_ai="com IA",
        another_side="Foto de outro lado",
        profiles={
            remarks.GOOGLE: "Anúncios de veículos do Google",
            remarks.DEALER_FEED: "Feed de concessionária",
            remarks.WEB: "Web, 1,71:1",
            remarks.FULL_SIZE: "Tamanho completo",
            remarks.TRANSPARENT: "Transparente",
        },
    ),
}
"""For each language of the disclosure."""
