"""Which images are exported, in which order, and which of them comes first.

Images of one car belong together, whatever batches made them: each car has its own numbers and
its own main image.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from carmp_desktop.core.export import problems
from carmp_desktop.core.export.profiles import ExportProfile, Forbidden, Order
from carmp_desktop.core.export.request import ExportRequest, LeftOut
from carmp_desktop.core.problems import Problem
from carmp_desktop.core.store.approvals import Verdict
from carmp_desktop.core.store.inventory import UNKNOWN
from carmp_desktop.core.store.originals import Original

_QUARTER = 45.0


@dataclass(frozen=True, slots=True)
class CarGroup:
    """One car's images, the main one first. ``name`` is the car's, else the day of its batch."""

    name: str
    originals: tuple[Original, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """The cars that are exported, and what stays behind."""

    cars: tuple[CarGroup, ...]
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[Problem, ...] = ()


def select(originals: Iterable[Original], request: ExportRequest) -> Selection:
    """The images a request is about, car by car in the order they will be numbered in."""
    left_out: list[LeftOut] = []
    warnings: list[Problem] = []
    wanted = [each for each in originals if _is_wanted(each, request)]
    rejected = [each for each in wanted if each.verdict is Verdict.REJECTED]
    if rejected and request.ids is None:
        wanted = [each for each in wanted if each.verdict is not Verdict.REJECTED]
        warnings.append(problems.rejected(len(rejected)))
    wanted, set_aside = _fit(wanted, request)
    left_out += set_aside
    cars = []
    for name, theirs in _by_car(wanted if request.ids is not None else _newest(wanted)).items():
        ordered, problem = _ordered(theirs, request)
        if problem is not None:
            left_out += [LeftOut(each, problem) for each in ordered]
            continue
        if ordered[0].id != request.main and any(each.id == request.main for each in ordered):
            warnings.append(problems.main_not_taken(request.profile))
        most = request.profile.most_images or len(ordered)
        too_many = problems.too_many(request.profile)
        left_out += [LeftOut(each, too_many) for each in ordered[most:]]
        cars.append(CarGroup(name, ordered[:most]))
    return Selection(tuple(cars), tuple(left_out), tuple(warnings))


def _is_wanted(original: Original, request: ExportRequest) -> bool:
    picture = original.picture
    if picture.binned_at is not None:
        return False
    if request.approved_only and original.verdict is not Verdict.APPROVED:
        return False
    if request.ids is not None:
        return original.id in request.ids
    if request.batch is not None:
        return picture.batch_id == request.batch
    return request.car is None or picture.car.casefold() == request.car.strip().casefold()


def _fit(
    originals: Sequence[Original], request: ExportRequest
) -> tuple[list[Original], list[LeftOut]]:
    """The images that may be shown to a buyer, and those that may not.

    A picture that was merely found in the gallery's folder may be anybody's: it goes out only
    where it was picked by hand.
    """
    fit, set_aside = [], []
    for each in originals:
        if each.is_damaged:
            set_aside.append(LeftOut(each, problems.DAMAGED))
        elif each.picture.engine == UNKNOWN and request.ids is None:
            set_aside.append(LeftOut(each, problems.STRANGE))
        else:
            fit.append(each)
    return fit, set_aside


def _newest(originals: Sequence[Original]) -> list[Original]:
    """Of a cell that was made several times, the newest image; what has no cell stays."""
    cells = {
        (each.picture.batch_id, each.picture.key) if each.picture.batch_id else each.id: each
        for each in originals
    }
    return list(cells.values())


def _by_car(originals: Iterable[Original]) -> dict[str, list[Original]]:
    """The images of each car; one without a name is known by its batch."""
    groups: dict[tuple[str, str | None], list[Original]] = {}
    for each in originals:
        car = each.picture.car.strip()
        groups.setdefault((car.casefold(), None if car else each.picture.batch_id), []).append(each)
    named: dict[str, list[Original]] = {}
    for theirs in groups.values():
        name = theirs[-1].picture.car.strip() or f"{theirs[0].begun_at.astimezone():%Y-%m-%d}"
        while name in named:
            name += "-2"
        named[name] = theirs
    return named


def _ordered(
    originals: Sequence[Original], request: ExportRequest
) -> tuple[tuple[Original, ...], Problem | None]:
    """The images with the main one first, and why they cannot be exported, if they cannot."""
    profile = request.profile
    by_angle = sorted(originals, key=lambda each: _walk(each, profile))
    if profile.order is Order.COLOR:
        in_matrix = sorted(originals, key=lambda each: each.picture.position)
        colors = list(dict.fromkeys(each.picture.color_key for each in in_matrix))
        by_angle.sort(key=lambda each: (each.is_recolored, colors.index(each.picture.color_key)))
    main = _main(by_angle, request)
    if main is None:
        return tuple(by_angle), problems.recolored_main(profile)
    return (main, *(each for each in by_angle if each is not main)), None


def _walk(original: Original, profile: ExportProfile) -> tuple[float, float, int]:
    """Sorts the way one walks around the car, from the hero on; the unknown come last."""
    if original.azimuth is None:
        return 1, 0, original.picture.position
    start = profile.hero[0] if profile.hero else 0.0
    return 0, (original.azimuth - start) % 360, original.picture.position


def _main(by_angle: Sequence[Original], request: ExportRequest) -> Original | None:
    """The image that comes first: the user's choice, else the best hero; None where none may."""
    strict = Forbidden.RECOLORED_MAIN in request.profile.forbids and not request.recolored_main
    able = [each for each in by_angle if not (strict and each.is_recolored)]
    chosen = [each for each in able if each.id == request.main]
    ranked = sorted(able, key=lambda each: (each.is_recolored, _rank(each, request.profile)))
    return next(iter([*chosen, *ranked]), None)


def _rank(original: Original, profile: ExportProfile) -> float:
    """How far an image is from the best place of the hero; each further place counts less."""
    if original.azimuth is None or not profile.hero:
        return 360.0
    return min(
        abs((original.azimuth - hero + 180) % 360 - 180) + place * _QUARTER / 2
        for place, hero in enumerate(profile.hero)
    )
