"""Draws the images the stand-in delivers: real PNGs and JPEGs, each one different."""

from __future__ import annotations

import colorsys
import functools
import hashlib
import io
import re

from PIL import Image, ImageColor, ImageDraw

SIZE = (672, 384)


@functools.lru_cache(maxsize=1024)
def draw(prompt: str, identity: str, kind: str = "PNG") -> bytes:
    """A drawn car in the hex the prompt names, else in a color that follows from the prompt.

    No two identities have the same picture: a strip of grays along its lower edge tells them
    apart. ``kind`` is PNG or JPEG.
    """
    digest = hashlib.sha256(identity.encode()).digest()
    named = re.search(r"#[0-9A-Fa-f]{6}", prompt)
    byte = hashlib.sha256(prompt.encode()).digest()[0]
    paint = ImageColor.getrgb(named.group()) if named else _color(byte, 0.75, 0.75)
    width, height = SIZE
    image = Image.new("RGB", SIZE, (228, 230, 234))
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, height * 0.68, width, height), fill=(206, 209, 214))
    pen.rounded_rectangle((90, 180, 590, 285), 40, fill=paint)
    pen.polygon([(190, 185), (255, 115), (420, 115), (500, 185)], fill=paint)
    pen.polygon([(215, 182), (264, 128), (330, 128), (330, 182)], fill=(40, 46, 56))
    pen.polygon([(345, 182), (345, 128), (412, 128), (472, 182)], fill=(40, 46, 56))
    for x in (190, 490):
        pen.ellipse((x - 48, 237, x + 48, 333), fill=(28, 28, 30))
        pen.ellipse((x - 26, 259, x + 26, 311), fill=_color(digest[1], 0.1, 0.8))
    for place, byte in enumerate(digest):
        pen.rectangle((place * 21, height - 6, place * 21 + 20, height), fill=(byte,) * 3)
    body = io.BytesIO()
    image.save(body, kind, **({"compress_level": 1} if kind == "PNG" else {"quality": 90}))
    return body.getvalue()


def _color(byte: int, saturation: float, value: float) -> tuple[int, int, int]:
    red, green, blue = colorsys.hsv_to_rgb(byte / 256, saturation, value)
    return round(red * 255), round(green * 255), round(blue * 255)
