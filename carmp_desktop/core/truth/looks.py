"""Every look of the truth check, in the order of gravity, put into sentences.

An angle's own image is held against the photo that is tagged with the angle, a color against its
angle's image. What the studio made keeps its photo's size, sides and plate by its own arithmetic:
there only the paint is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from carmp_desktop.core import remarks
from carmp_desktop.core.darkroom import Developed
from carmp_desktop.core.truth import mirror, paint, plate
from carmp_desktop.core.truth.question import Question
from carmp_desktop.core.truth.reference import Reference, reference_of
from carmp_desktop.core.truth.views import View, alike, view_in, view_of

_LEAST_LONG_SIDE = 640
_ROUNDING = 0.02


def doubts(question: Question, developed: Developed) -> tuple[str, ...]:
    """What is doubtful about an image, which has been decoded. Raises as `view_of` does."""
    image = view_in(developed)
    if question.is_local:
        return tuple(_of_local(question, image))
    if question.angle is not None:
        return tuple(_of_color(question.preset, reference_of(question.angle), image))
    return tuple(_of_angle(question.photo, image))


def _of_local(question: Question, image: View) -> Iterator[str]:
    if question.angle is not None and question.preset is not None:
        yield from _of_paint(question.preset, reference_of(question.angle), image)


def _of_angle(photo: Path | None, image: View) -> Iterator[str]:
    if photo is not None:
        edges = mirror.edges_of(view_of(photo).look)
        if mirror.is_mirrored(edges, image.look, mirror.ANY_SIZE):
            yield remarks.MIRRORED
    yield from _of_size(image)


def _of_color(preset: str | None, angle: Reference, image: View) -> Iterator[str]:
    if not is_same_size(angle, image):
        yield remarks.OTHER_SIZE.format(
            width=image.width,
            height=image.height,
            angle_width=angle.width,
            angle_height=angle.height,
        )
        return  # place by place, nothing can be compared any more
    is_mirrored = mirror.is_mirrored(angle.edges, image.look)
    if is_mirrored:
        yield remarks.MIRRORED
        image = image.mirrored()
    if preset is not None:
        yield from _of_paint(preset, angle, image)
    is_comparable = bool(angle.plates) and not is_mirrored
    if is_comparable and plate.is_changed(angle.plates, alike(image.detail, angle.shape)):
        yield remarks.PLATE_CHANGED
    yield from _of_size(image)


def _of_paint(preset: str, angle: Reference, image: View) -> Iterator[str]:
    found = paint.measured(preset, angle.lab, image.look)
    if found.is_doubtful and found.is_new:
        yield remarks.OTHER_PAINT.format(n=round(found.difference))
    elif found.is_doubtful:
        yield remarks.UNPAINTED


def _of_size(image: View) -> Iterator[str]:
    if max(image.width, image.height) < _LEAST_LONG_SIDE:
        yield remarks.SMALL_IMAGE.format(width=image.width, height=image.height)


def is_same_size(one: Reference | View, other: View) -> bool:
    """Whether two pictures measure the same, but for a rounding."""
    return (
        abs(one.width - other.width) <= _ROUNDING * one.width
        and abs(one.height - other.height) <= _ROUNDING * one.height
    )
