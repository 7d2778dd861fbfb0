"""Everything the studio engine may refuse, in words for the people who took the photos."""

from __future__ import annotations

from carmp_desktop.core.problems import Problem


def model_missing(details: str) -> Problem:
    """The network's file is absent or is another one."""
    return Problem(
        code="studio_model_missing",
        title="Studio not ready",
        sentence="The file with the studio engine's model is missing or damaged.",
        action="Install the program again, or choose the other engine.",
        details=details,
    )


def no_car(photo: str) -> Problem:
    """Nothing in the photo stands out the way a car does."""
    return Problem(
        code="studio_no_car",
        title="No car found",
        sentence="No car could be told from the background in {photo}.",
        action="Use a photo that shows the whole car, clear of other cars.",
        fields={"photo": photo},
    )


def photo_too_small(photo: str, width: int, height: int) -> Problem:
    """Too few pixels to find an outline in."""
    return Problem(
        code="studio_photo_too_small",
        title="Photo too small",
        sentence="{photo} is only {width} × {height} pixels.",
        action="Use a larger version of the photo.",
        fields={"photo": photo, "width": str(width), "height": str(height)},
    )


def photo_too_large(photo: str, megapixels: int) -> Problem:
    """More pixels than can be held in memory."""
    return Problem(
        code="studio_photo_too_large",
        title="Photo too large",
        sentence="{photo} has {megapixels} million pixels, more than this engine can open.",
        action="Use a smaller version of the photo.",
        fields={"photo": photo, "megapixels": str(megapixels)},
    )


def unknown_paint(value: str) -> Problem:
    """The preset names a color that is neither a hex code nor a known paint."""
    return Problem(
        code="studio_unknown_paint",
        title="Unknown color",
        sentence="“{value}” names no color the studio engine knows.",
        action="Add a hex code to the color preset, like #C00000.",
        fields={"value": value},
    )


def stopped(details: str) -> Problem:
    """The worker process ended before it answered."""
    return Problem(
        code="studio_stopped",
        title="Studio stopped",
        sentence="The work on this picture ended unexpectedly, perhaps for lack of memory.",
        action="Close other programs and try this cell again.",
        retryable=True,
        details=details,
    )


def not_written(details: str) -> Problem:
    """The disk refused the picture or what is kept beside it."""
    return Problem(
        code="studio_not_written",
        title="Not saved",
        sentence="The picture could not be written to the disk.",
        action="Make room on the disk, then try this cell again.",
        retryable=True,
        details=details,
    )


def no_photo() -> Problem:
    """The batch was started without a photo."""
    return Problem(
        code="studio_no_photo",
        title="No photo",
        sentence="The studio engine needs at least one photo of the car.",
        action="Add a photo and start again.",
    )
