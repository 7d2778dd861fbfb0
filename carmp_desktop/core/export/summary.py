"""``summary.json``: what every exported image shows and how it was made. No path of any machine."""

from __future__ import annotations

import json
from typing import Any

from carmp_desktop import __version__
from carmp_desktop.core.export.request import Exported, ExportedFile, LeftOut


def summary(exported: Exported) -> dict[str, Any]:
    """The summary as plain values; files are named from the export's own folder."""
    request = exported.plan.request
    return {
        "program": f"Car Marketplace {__version__}",
        "exportedAt": exported.at.isoformat(timespec="seconds"),
        "profile": request.profile.key,
        "disclosure": request.disclosure.value,
        "language": request.language,
        "images": [_image(file) for file in exported.files],
        "leftOut": [left_out(each) for each in exported.left_out],
    }


def summary_text(exported: Exported) -> str:
    """The summary as the text of its file."""
    return json.dumps(summary(exported), ensure_ascii=False, indent=2) + "\n"


def _image(file: ExportedFile) -> dict[str, Any]:
    planned, picture = file.planned, file.planned.original.picture
    return {
        "file": str(planned.name),
        "car": planned.car,
        "main": planned.is_main,
        "angleKey": picture.angle_key or None,
        "angle": picture.angle or None,
        "colorKey": picture.color_key,
        "color": picture.color or None,
        "width": file.width,
        "height": file.height,
        "bytes": file.size,
        "sha256": file.sha256,
        "digitalSourceType": planned.source.uri,
        "engine": picture.engine,
        "model": picture.model,
        "prompt": planned.prompt or None,
        "batch": picture.batch_id,
        "madeAt": picture.made_at.isoformat(timespec="seconds"),
        "photos": list(planned.original.photos),
        "original": {
            "file": picture.file.name,
            "sha256": planned.original.sha256,
            "c2paClaimGenerator": file.credentials,
        },
        "warnings": [problem.describe() for problem in (*planned.warnings, *file.warnings)],
    }


def left_out(left: LeftOut) -> dict[str, Any]:
    """What is said of an image that stays behind."""
    picture = left.original.picture
    return {
        "car": picture.car or None,
        "angleKey": picture.angle_key or None,
        "colorKey": picture.color_key,
        "reason": left.problem.describe(),
    }
