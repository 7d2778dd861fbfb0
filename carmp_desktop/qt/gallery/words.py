"""The words of the gallery: what an image is called, its day, its section, counts and bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from carmp_desktop.core.library import BatchChoice, Picture, View
from carmp_desktop.qt.batch.verdicts import verdict_words
from carmp_desktop.qt.gallery.sections import Section, day_of
from carmp_desktop.qt.words.remarks import translated_remark
from carmp_desktop.qt.words.text import counted, short_angle_label, short_angle_labels


def today() -> date:
    """The day on the user's clock."""
    return datetime.now().astimezone().date()


def day_words(day: date, now: date) -> str:
    """A day as its section is headed: Today, Yesterday, ``23 November``, ``4 May 2025``."""
    if day == now:
        return _tr("Today")
    if day == now - timedelta(days=1):
        return _tr("Yesterday")
    return _date_words(day, _tr("d MMMM") if day.year == now.year else _tr("d MMMM yyyy"))


def section_words(section: Section) -> str:
    """What stands beside the day: ``14 images · BMW 1 M · local previews``."""
    parts = [counted(section.count, _tr("{n} image"), _tr("{n} images")), section.car]
    if section.is_local:
        parts.append(_tr("local previews"))
    return " · ".join(part for part in parts if part)


NO_NAMES: Mapping[str, str] = MappingProxyType({})
"""No angle has another name than its own short label."""


def angle_names(pictures: Iterable[Picture]) -> Mapping[str, str]:
    """The short names of the angles of images that are shown together, by their labels."""
    return short_angle_labels(sorted({picture.angle for picture in pictures if picture.angle}))


def angle_words(picture: Picture, names: Mapping[str, str] = NO_NAMES) -> str:
    """The angle as a card names it; the file's name where the image belongs to no batch.

    ``names`` are those of the images beside it, see `angle_names`.
    """
    if not picture.angle:
        return picture.file.stem
    return names.get(picture.angle) or short_angle_label(picture.angle)


def color_words(picture: Picture) -> str:
    """The paint; an angle's own image has the paint it was made or photographed with."""
    return picture.color or original_color_words()


def original_color_words() -> str:
    """What stands for a color where nothing was painted."""
    return _tr("Original color")


def badge_words(picture: Picture, names: Mapping[str, str] = NO_NAMES) -> str:
    """The badge on a card: the angle, or that it is a local preview."""
    return _tr("Local preview") if picture.is_local else angle_words(picture, names)


def engine_words(picture: Picture) -> str:
    """Who has made it."""
    return {"replicate": _tr("Replicate"), "studio": _tr("Local preview")}.get(
        picture.engine, picture.engine
    )


def gone_words() -> str:
    """What a card says whose file was moved or deleted."""
    return _tr("File not found")


def spoken(
    picture: Picture, now: date, *, is_gone: bool = False, names: Mapping[str, str] = NO_NAMES
) -> str:
    """The image as a screen reader says it."""
    parts = [
        picture.car,
        angle_words(picture, names),
        color_words(picture) if picture.batch_id else "",
        engine_words(picture),
        day_words(day_of(picture), now),
        _tr("starred") if picture.starred else "",
        verdict_words(picture.approval),
        _tr("Check me: {reason}").format(reason=translated_remark(picture.doubt))
        if picture.doubt
        else "",
        _tr("in the bin") if picture.binned_at else "",
        gone_words() if is_gone else "",
    ]
    return ", ".join(part for part in parts if part)


def tooltip(picture: Picture, *, is_gone: bool = False, names: Mapping[str, str] = NO_NAMES) -> str:
    """Everything worth knowing at a glance, one line each."""
    place = (angle_words(picture, names), color_words(picture) if picture.batch_id else "")
    lines = [
        " · ".join(part for part in (picture.car, *place) if part),
        f"{engine_words(picture)} · {moment_words(picture.made_at)}",
        f"{picture.width} × {picture.height} · {bytes_words(picture.size)}",
        picture.file.name,
        _tr("This file was moved or deleted.") if is_gone else "",
        verdict_words(picture.approval),
        _tr("Check me: {reason}").format(reason=translated_remark(picture.doubt))
        if picture.doubt
        else "",
    ]
    return "\n".join(line for line in lines if line)


def moment_words(moment: datetime) -> str:
    """An instant on the user's clock: ``23 Nov 2026, 14:02``."""
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(local, _tr("d MMM yyyy, HH:mm"))


def batch_words(batch: BatchChoice, now: date) -> str:
    """A batch by its car and when it was begun: ``BMW 1 M · 23 Nov, 14:02``."""
    begun = batch.begun_at.astimezone()
    form = _tr("d MMM, HH:mm") if begun.year == now.year else _tr("d MMM yyyy, HH:mm")
    moment = QLocale().toString(QDateTime.fromSecsSinceEpoch(int(begun.timestamp())), form)
    return f"{batch.car} · {moment}" if batch.car else moment


def day_span_words(since: date | None, until: date | None, now: date) -> str:
    """From one day to another: ``3 Nov – 9 Nov``, ``From 3 Nov``, ``Until 9 Nov 2025``."""
    first, last = (_short_day_words(day, now) if day else "" for day in (since, until))
    if since == until or not (since and until):
        template = _tr("From {day}") if not until else _tr("Until {day}")
        return first if since == until else template.format(day=first or last)
    return f"{first} – {last}"


def day_form() -> str:
    """How a day is written with its year, in Qt's letters: ``27 Oct 2026``."""
    return _tr("d MMM yyyy")


def _short_day_words(day: date, now: date) -> str:
    return _date_words(day, _tr("d MMM") if day.year == now.year else day_form())


def total_words(view: View) -> str:
    """Everything in the gallery in a few words: ``2,418 images · 3.6 GB · 2 files missing``.

    An image without its file counts as missing alone.
    """
    missing = view.missing
    words = [
        counted(view.images - missing.images, _tr("{n} image"), _tr("{n} images")),
        bytes_words(view.bytes - missing.bytes),
    ]
    if missing.images:
        words.append(counted(missing.images, _tr("{n} file missing"), _tr("{n} files missing")))
    return " · ".join(words)


def bytes_words(size: int) -> str:
    """An amount of bytes as people say it."""
    form = QLocale.DataSizeFormat.DataSizeSIFormat
    return QLocale().formattedDataSize(size, 1, form)


def _date_words(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Gallery", text)
