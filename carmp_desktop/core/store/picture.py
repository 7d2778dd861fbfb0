"""One image of the gallery as a frozen value, with everything that is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from carmp_desktop.core.model import CellKey, EngineName
from carmp_desktop.core.store.approvals import Verdict


@dataclass(frozen=True, slots=True)
class Picture:
    """One image of the gallery with everything that is told of it.

    ``file_name`` and ``thumb_name`` are whole paths as text: ten thousand paths would take longer
    to make than all else of ten thousand images, so each is made when it is asked for. ``car`` is
    empty where the user gave none, ``color_key`` is None for an angle's own image. ``position`` is
    its place in its batch's matrix, ``size`` in bytes, ``cost`` in US dollars. ``approval`` is None
    where the user has said nothing yet. ``begun_at`` is when its batch was created. An image that
    was found in the folder belongs to no batch: it has no keys and no prompt.
    """

    id: int
    file_name: str
    thumb_name: str
    car: str
    angle_key: str
    angle: str
    color_key: str | None
    color: str
    color_hex: str | None
    prompt: str
    engine: str
    model: str
    made_at: datetime
    size: int
    width: int
    height: int
    cost: float
    note: str | None = None
    doubt: str | None = None
    starred: bool = False
    binned_at: datetime | None = None
    batch_id: str | None = None
    begun_at: datetime | None = None
    position: int = 0
    approval: Verdict | None = None

    @property
    def file(self) -> Path:
        """Where the image is."""
        return Path(self.file_name)

    @property
    def thumb(self) -> Path:
        """Where its thumbnail is."""
        return Path(self.thumb_name)

    @property
    def is_local(self) -> bool:
        """Whether it was made on this computer and not by a service."""
        return self.engine == EngineName.STUDIO

    @property
    def key(self) -> CellKey:
        """The address of its cell within its batch."""
        return CellKey(self.angle_key, self.color_key)
