"""What can be wrong with one file of an export, or worth saying about it."""

from __future__ import annotations

from carmp_desktop.core.export.profiles import ExportProfile
from carmp_desktop.core.problems import Problem


def too_small(profile: ExportProfile, long_side: int) -> Problem:
    """The image has fewer pixels than are taken; nothing is enlarged unasked."""
    return Problem(
        code="export_too_small",
        title="Too small",
        sentence="The long side has {have} pixels, and {profile} takes no fewer than {least}.",
        action="Allow it to be enlarged, or use another profile.",
        fields={
            "have": str(long_side),
            "profile": profile.title,
            "least": str(profile.least_long_side),
        },
    )


def smaller_than_advised(profile: ExportProfile, long_side: int) -> Problem:
    """The image is taken, but a larger one is welcome."""
    return Problem(
        code="export_small",
        title="Rather small",
        sentence="The long side has {have} pixels, and {profile} advises {least}.",
        fields={
            "have": str(long_side),
            "profile": profile.title,
            "least": str(profile.advised_long_side),
        },
    )


def enlarged(factor: float) -> Problem:
    """The image was enlarged, as the user allowed."""
    return Problem(
        code="export_enlarged",
        title="Enlarged",
        sentence="The image is made {factor} times as large; it gains no detail.",
        fields={"factor": f"{factor:.2f}"},
    )


def aspect_missed(wanted: float, width: int, height: int) -> Problem:
    """The aspect would have cut the car."""
    return Problem(
        code="export_aspect_missed",
        title="Another shape",
        sentence="A crop to {wanted}:1 would cut the car, so the image has {got}:1.",
        fields={"wanted": f"{wanted:.2f}", "got": f"{width / height:.2f}"},
    )


def bars_added() -> Problem:
    """Bars stand where the aspect asks for more picture than there is."""
    return Problem(
        code="export_bars",
        title="Bars added",
        sentence="A crop would cut the car, so bars were added.",
    )


def backdrop_continued() -> Problem:
    """The plain backdrop goes on where the aspect asks for more picture than there is."""
    return Problem(
        code="export_backdrop",
        title="Backdrop continued",
        sentence="The plain backdrop was continued, so that the car keeps its room.",
    )


def not_in_center(share: float) -> Problem:
    """The car fills more of the picture than is good."""
    return Problem(
        code="export_not_centered",
        title="Little room",
        sentence="The car takes {share} % of the width; 80 % or less is better.",
        fields={"share": f"{share * 100:.0f}"},
    )


def opaque() -> Problem:
    """The car's outline is not known."""
    return Problem(
        code="export_opaque",
        title="Not cut out",
        sentence="The car's outline is not known, so the image stays as it is.",
    )


def doubtful(doubt: str) -> Problem:
    """What was seen when the image was made or looked at afterwards."""
    return Problem(
        code="export_doubtful",
        title="Look at it twice",
        sentence="The program's own check has doubts: {doubt}",
        fields={"doubt": doubt},
    )


def shrunk(size: tuple[int, int]) -> Problem:
    """Fewer pixels than were wanted stay within the byte limit."""
    return Problem(
        code="export_shrunk",
        title="Made smaller",
        sentence="To stay within the byte limit, the image has {width} × {height} pixels.",
        fields={"width": str(size[0]), "height": str(size[1])},
    )


def unreadable(reason: str) -> Problem:
    """An image's file is gone or damaged."""
    return Problem(
        code="export_unreadable",
        title="Image not readable",
        sentence="The image's file is gone or damaged.",
        action="Make the image again, or check the gallery.",
        details=reason,
    )
