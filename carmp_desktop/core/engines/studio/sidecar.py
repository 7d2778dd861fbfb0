"""Scenes kept beside the pictures: one folder per angle job, so that a color needs no new cut-out.

``photo.png``, ``alpha.png`` and ``paint.png`` are lossless, ``scene.json`` holds the rest. A folder
appears whole or not at all.
"""

from __future__ import annotations

import errno
import json
import shutil
import tempfile
from dataclasses import asdict
from pathlib import Path
from urllib.parse import quote

import cv2
import numpy as np

from carmp_desktop.core.engines.studio.arrays import Bytes
from carmp_desktop.core.engines.studio.scene import Scene
from carmp_desktop.core.engines.studio.segment import Borders

_FAST = 1
_ANOTHER_WAS_FIRST = (errno.EEXIST, errno.ENOTEMPTY)


def folder_of(workspace: Path, job_id: str) -> Path:
    """Where the scene of an angle job is kept."""
    return workspace / f"scene-{quote(job_id, safe='')}"


def save_scene(workspace: Path, job_id: str, scene: Scene) -> None:
    """Keep a scene; an older one of the same job is replaced. Raises OSError."""
    workspace.mkdir(parents=True, exist_ok=True)
    target = folder_of(workspace, job_id)
    part = Path(tempfile.mkdtemp(prefix="part-", dir=workspace))
    try:
        (part / "photo.png").write_bytes(png(scene.photo))
        (part / "alpha.png").write_bytes(png(scene.alpha))
        (part / "paint.png").write_bytes(png(scene.paint))
        facts = {
            "cut": asdict(scene.cut),
            "doubts": scene.doubts,
            "paint_doubts": scene.paint_doubts,
            "by_hand": scene.by_hand,
        }
        (part / "scene.json").write_text(json.dumps(facts), encoding="utf-8")
        old = part.with_name(f"old-{part.name}")
        if target.exists():
            target.rename(old)
        part.rename(target)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        if error.errno not in _ANOTHER_WAS_FIRST:
            raise


def load_scene(workspace: Path, job_id: str) -> Scene | None:
    """The scene that was kept, or None where there is none or it is damaged."""
    folder = folder_of(workspace, job_id)
    try:
        facts = json.loads((folder / "scene.json").read_text(encoding="utf-8"))
        photo, alpha, paint = (
            _read(folder / f"{name}.png") for name in ("photo", "alpha", "paint")
        )
        return Scene(
            photo=photo,
            alpha=alpha,
            paint=paint,
            cut=Borders(**facts["cut"]),
            doubts=tuple(facts["doubts"]),
            paint_doubts=tuple(facts["paint_doubts"]),
            by_hand=bool(facts.get("by_hand", False)),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def png(picture: Bytes) -> bytes:
    """A picture (``H×W×3`` RGB or ``H×W``) as the bytes of a PNG, packed quickly."""
    ordered = picture if picture.ndim == 2 else cv2.cvtColor(picture, cv2.COLOR_RGB2BGR)
    _, packed = cv2.imencode(".png", ordered, [cv2.IMWRITE_PNG_COMPRESSION, _FAST])
    return packed.tobytes()


def _read(file: Path) -> Bytes:
    raw = np.frombuffer(file.read_bytes(), np.uint8)
    picture = cv2.imdecode(raw, cv2.IMREAD_UNCHANGED)
    if picture is None:
        raise ValueError(f"{file.name} is damaged")
    return np.asarray(
        picture if picture.ndim == 2 else cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), np.uint8
    )
