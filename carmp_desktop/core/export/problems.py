"""What can go wrong with an export, and what the user should know of it, in words."""

from __future__ import annotations

import errno
from pathlib import Path

from carmp_desktop.core.export.profiles import ExportProfile
from carmp_desktop.core.problems import Problem

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))  # Windows knows no quota


def nothing_to_export() -> Problem:
    """No image is among those that were asked for."""
    return Problem(
        code="export_nothing",
        title="Nothing to export",
        sentence="There is no such image in the gallery.",
        action="Choose another batch or car, or approve some images first.",
    )


DAMAGED = Problem(
    code="export_damaged",
    title="File damaged",
    sentence="The image's file is damaged and was set aside.",
    action="Make the image again.",
)
STRANGE = Problem(
    code="export_strange",
    title="Origin unknown",
    sentence="The picture was found in the gallery's folder; this program did not make it.",
    action="Select it by hand in the gallery to export it all the same.",
)


def unknown_profile(key: str, known: list[str]) -> Problem:
    """The user named a profile that is none."""
    return Problem(
        code="export_profile_unknown",
        title="No such export profile",
        sentence="There is no export profile “{profile}”.",
        action="Choose one of {known}.",
        fields={"profile": key, "known": ", ".join(known)},
    )


def unknown_language(language: str, known: tuple[str, ...]) -> Problem:
    """There is no disclosure in this language."""
    return Problem(
        code="export_language_unknown",
        title="No such language",
        sentence="There is no disclosure text in “{language}”.",
        action="Choose one of {known}.",
        fields={"language": language, "known": ", ".join(known)},
    )


def rejected(count: int) -> Problem:
    """Images that the user has rejected stay behind."""
    return Problem(
        code="export_rejected",
        title="Rejected images",
        sentence="Rejected images that are left out: {count}.",
        fields={"count": str(count)},
    )


def too_many(profile: ExportProfile) -> Problem:
    """The profile takes fewer images of one car."""
    return Problem(
        code="export_too_many",
        title="Too many images",
        sentence="{profile} takes at most {most} images of one car.",
        action="Choose fewer, or approve the best and export those alone.",
        fields={"profile": profile.title, "most": str(profile.most_images)},
    )


def recolored_main(profile: ExportProfile) -> Problem:
    """Only recolored images are there, and one of them would have to be the first."""
    return Problem(
        code="export_recolored_main",
        title="No main image",
        sentence="Every image shows the car in another color, and {profile} takes none of these"
        " as the main image.",
        action="Add an angle in the car's own color, or insist.",
        fields={"profile": profile.title},
    )


def main_not_taken(profile: ExportProfile) -> Problem:
    """The user's main image is a recolored one, without insisting."""
    return Problem(
        code="export_main_not_taken",
        title="Another main image",
        sentence="{profile} takes no recolored image as the main one, so another comes first.",
        action="Insist if you want it all the same.",
        fields={"profile": profile.title},
    )


def not_the_item(profile: ExportProfile, invented: int, recolored: int) -> Problem:
    """The place wants the very car that is sold, in its own color."""
    return Problem(
        code="export_not_the_item",
        title="Not the actual car",
        sentence=(
            "{profile} wants photos of the very car that is sold. Images whose camera angle was"
            " made by AI: {views}."
        )
        if not recolored
        else (
            "{profile} wants photos of the very car that is sold. Images in another color than"
            " the car's own: {colors}."
        )
        if not invented
        else (
            "{profile} wants photos of the very car that is sold. Images whose camera angle was"
            " made by AI: {views}. Images in another color than the car's own: {colors}."
        ),
        action="Say so in the listing, and show photos of the car too.",
        fields={"profile": profile.title, "views": str(invented), "colors": str(recolored)},
    )


def unknown_origin(count: int) -> Problem:
    """Nobody knows how these images were made."""
    return Problem(
        code="export_unknown_origin",
        title="Origin unknown",
        sentence="Nobody knows how these images were made; they are marked as made by AI: {count}.",
        fields={"count": str(count)},
    )


def not_burned(profile: ExportProfile) -> Problem:
    """A text was to be burned in where the profile forbids it."""
    return Problem(
        code="export_not_burned",
        title="No text on the images",
        sentence="{profile} forbids text on images; the disclosure is in a file beside them.",
        fields={"profile": profile.title},
    )


def inside_gallery(target: Path) -> Problem:
    """Exported copies are no images of the gallery."""
    return Problem(
        code="export_inside_gallery",
        title="Inside the gallery",
        sentence="{target} is inside the gallery, where only the received images are.",
        action="Choose another place.",
        fields={"target": str(target)},
    )


def elsewhere(place: Path) -> Problem:
    """Names are taken, so the export goes beside what is there."""
    return Problem(
        code="export_elsewhere",
        title="Names taken",
        sentence="Some of these names are taken there, so everything goes to {place}.",
        fields={"place": place.name},
    )


def not_valid(profile: ExportProfile, faults: tuple[str, ...]) -> Problem:
    """The finished file is not what the profile takes."""
    return Problem(
        code="export_not_valid",
        title="Not taken",
        sentence="{profile} does not take the file. {faults}",
        action="Change the export profile, or choose another.",
        fields={"profile": profile.title, "faults": " ".join(faults)},
    )


def taken_meanwhile(place: Path) -> Problem:
    """Somebody has written files of these names while the export was made."""
    return Problem(
        code="export_taken",
        title="Names taken",
        sentence="Files of these names have come to {place} meanwhile.",
        action="Export again.",
        fields={"place": str(place)},
        retryable=True,
    )


def unwritable(place: Path, error: OSError) -> Problem:
    """The disk refuses; nothing half-written is left."""
    is_full = error.errno in _FULL
    return Problem(
        code="export_disk_full" if is_full else "export_unwritable",
        title="Disk full" if is_full else "Export not written",
        sentence="Nothing was exported to {place}: {error}.",
        action="Make room, or choose another place."
        if is_full
        else "Choose another place, or make this one writable.",
        fields={"place": str(place), "error": error.strerror or str(error)},
        retryable=True,
    )
