"""The words of an export: what a profile demands, what a plan will write, what to know of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from carmp_desktop.core.export.doubts import FEW, FileRemark, remarks_of_files
from carmp_desktop.core.export.naming import NameParts
from carmp_desktop.core.export.profiles import ExportProfile, Forbidden, Rule
from carmp_desktop.core.export.request import Exported, Plan
from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.words.text import counted, number_text, problem_texts

_SHAPES = {round(w / h, 3): f"{w}:{h}" for w, h in ((1, 1), (4, 3), (3, 2), (16, 9), (16, 10))}


@dataclass(frozen=True, slots=True)
class Demands:
    """What a profile asks for, in words; what nobody has confirmed stands apart."""

    confirmed: str
    unconfirmed: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One problem and how many images have it; 0 where it is about the export as a whole.

    ``files`` names the first few of these images.
    """

    title: str
    sentence: str
    images: int = 0
    files: str = ""

    @property
    def heading(self) -> str:
        """The title, with the number of images where there are several."""
        if self.images < 2:
            return self.title
        return f"{self.title} · {counted(self.images, _tr('{n} image'), _tr('{n} images'))}"


def demands(profile: ExportProfile) -> Demands:
    """What the profile demands, line by line of its table."""
    said: dict[bool, list[str]] = {True: [], False: []}
    for line, words in _lines(profile):
        said[line not in profile.unknown].append(words)
    return Demands(" · ".join(said[True]), " · ".join(said[False]))


def _lines(profile: ExportProfile) -> Iterator[tuple[str, str]]:
    """Each line that asks for something, with its words; an unknown limit is told as none known."""
    yield "format", _format_words(profile)
    if profile.aspect is not None:
        near = _tr("{shape} where the car allows")
        words = near if profile.aspect_rule is Rule.WISH else _tr("exactly {shape}")
        yield "aspect", words.format(shape=shape_words(profile.aspect))
    for line, words in (
        ("long_side", _tr("at most {n} px")),
        ("least_long_side", _tr("at least {n} px")),
        ("advised_long_side", _tr("{n} px advised")),
        ("most_images", _tr("at most {n} images of a car")),
    ):
        limit: int | None = getattr(profile, line)
        if limit is not None:
            yield line, words.format(n=number_text(limit))
        elif line in profile.unknown:
            yield line, _tr("how many images") if line == "most_images" else _tr("which size")
    if profile.most_megabytes is not None:
        size = QLocale().toString(profile.most_megabytes, "g", 4)
        yield "most_megabytes", _tr("at most {n} MB a file").format(n=size)
    yield from _rules(profile)


def _rules(profile: ExportProfile) -> Iterator[tuple[str, str]]:
    forbidden = {
        Forbidden.TEXT: _tr("no text on the images"),
        Forbidden.BORDER: _tr("no border"),
        Forbidden.RECOLORED_MAIN: _tr("the main image in the car's own color"),
    }
    for what, words in forbidden.items():
        if what in profile.forbids:
            yield "forbids", words
    if profile.actual_item:
        yield "actual_item", _tr("the very car that is sold")
    if profile.transparent:
        yield "transparent", _tr("the car cut out where its outline is known")


def _format_words(profile: ExportProfile) -> str:
    name = {"jpeg": "JPEG", "png": "PNG", "webp": "WebP"}[profile.format]
    if name == "PNG":
        return name
    return _tr("{format}, quality {n}").format(format=name, n=profile.quality)


def shape_words(aspect: float) -> str:
    """Width over height as people write it: ``4:3``, ``1.71:1``."""
    known = _SHAPES.get(round(aspect, 3))
    return known or f"{QLocale().toString(aspect, 'g', 3)}:1"


def plan_words(plan: Plan) -> str:
    """How much will be written: ``12 images and 4 files beside them``."""
    images = counted(len(plan.files), _tr("{n} image"), _tr("{n} images"))
    if not plan.extras:
        return images
    beside = counted(len(plan.extras), _tr("{n} file beside them"), _tr("{n} files beside them"))
    return _tr("{images} and {files}").format(images=images, files=beside)


def exported_words(exported: Exported) -> tuple[str, str]:
    """Title and sentence of the notice at the end."""
    title = counted(
        len(exported.files), _tr("An image is exported"), _tr("{n} images are exported")
    )
    size = QLocale().formattedDataSize(exported.bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
    words = _tr("{size}, in {place}.").format(size=size, place=exported.plan.place)
    left = len(exported.left_out)
    if left:
        behind = counted(left, _tr("{n} image was left out."), _tr("{n} images were left out."))
        return title, f"{words} {behind}"
    return title, words


def remarks(problems: Iterable[Problem], *, counting: bool) -> tuple[Remark, ...]:
    """One remark for each kind of problem, the first of its sentences standing for all."""
    found: dict[str, Remark] = {}
    for problem in problems:
        title, sentence, action = problem_texts(problem)
        known = found.get(problem.code)
        count = (known.images if known else 0) + counting
        text = known.sentence if known else " ".join(filter(None, (sentence, action)))
        found[problem.code] = Remark(title, text, count)
    return tuple(found.values())


def file_remarks(plan: Plan) -> tuple[Remark, ...]:
    """What to know of single files: one remark for each kind, the worst doubts first."""
    told = ((str(file.name), problem) for file in plan.files for problem in file.warnings)
    return tuple(_file_remark(each) for each in remarks_of_files(told))


def _file_remark(found: FileRemark) -> Remark:
    title, sentence, action = problem_texts(found.problem)
    names, more = ", ".join(found.files[:FEW]), len(found.files) - FEW
    if more > 0:
        names = _tr("{names} and {n} more").format(names=names, n=number_text(more))
    text = " ".join(filter(None, (sentence, action)))
    return Remark(title, text, len(found.files), names)


def name_parts(plan: Plan) -> tuple[NameParts, ...]:
    """What the tokens stand for in the files of the plan's first car."""
    alone = len(plan.cars) == 1
    theirs = [file for file in plan.files if file.car == plan.cars[0]]
    return tuple(
        NameParts(
            car=file.car,
            angle=file.original.picture.angle_key or file.original.picture.file.stem,
            color=file.original.picture.color_key or "",
            n=number,
            day=plan.request.day,
            stock=plan.request.stock if alone else "",
        )
        for number, file in enumerate(theirs, start=1)
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Export", text)
