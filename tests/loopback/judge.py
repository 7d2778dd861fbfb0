"""The judge: every accepted create, what it asked for, and what became of it."""

from __future__ import annotations

import functools
import hashlib
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from PIL import Image

from tests.loopback.ledger import Ledger
from tests.loopback.predictions import Made

ImageOf = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Purchase:
    """One accepted create, as it stood when the judge was asked.

    ``sources`` are digests of the pixels of ``image_input``, so that the same photo or the same
    angle's image is the same source under whatever address it was handed over. ``fetched`` counts
    the requests for the image, ``delivered`` those whose last byte was sent.
    """

    accepted_at: datetime
    id: str
    model: str
    inputs: dict[str, Any]
    prompt: str
    sources: tuple[str, ...]
    status: str
    is_billed: bool
    is_canceled: bool
    fetched: int
    delivered: int

    @property
    def wanted(self) -> tuple[str, str, tuple[str, ...]]:
        """What was asked for: the model, the prompt and the source images."""
        return self.model, self.prompt, self.sources

    @property
    def is_delivered(self) -> bool:
        """Whether the whole image was sent at least once."""
        return self.delivered > 0


def judge(
    ledger: Ledger, created: Iterable[Made], now: datetime, image_of: ImageOf
) -> list[Purchase]:
    """Every accepted create, in the order given."""
    return [
        Purchase(
            accepted_at=made.created_at,
            id=made.id,
            model=made.model,
            inputs=made.inputs,
            prompt=made.inputs["prompt"],
            sources=tuple(
                _source(str(address), ledger, image_of)
                for address in made.inputs.get("image_input", [])
            ),
            status=made.status(now),
            is_billed=made.is_billed(now),
            is_canceled=made.status(now) == "canceled",
            fetched=ledger.fetched[made.id],
            delivered=ledger.delivered[made.id],
        )
        for made in created
    ]


def bought_twice(purchases: Iterable[Purchase]) -> list[list[Purchase]]:
    """Purchases that asked for the same thing, failed and aborted ones left out."""
    groups: dict[object, list[Purchase]] = {}
    for purchase in purchases:
        if purchase.status not in ("failed", "aborted"):
            groups.setdefault(purchase.wanted, []).append(purchase)
    return [group for group in groups.values() if len(group) > 1]


def undelivered(purchases: Iterable[Purchase]) -> list[Purchase]:
    """Purchases that succeeded and whose image was never sent whole: paid for and lost."""
    return [one for one in purchases if one.status == "succeeded" and not one.is_delivered]


def _source(address: str, ledger: Ledger, image_of: ImageOf) -> str:
    name = PurePosixPath(urlsplit(address).path).stem
    if name in ledger.uploads:
        return _digest(ledger.uploads[name].body)
    if name in ledger.predictions:
        return _digest(image_of(name))
    return _digest(address.encode())


@functools.lru_cache(maxsize=256)
def _digest(body: bytes) -> str:
    """A digest of an image's pixels, whatever its metadata say; of the bytes where it is none."""
    try:
        with Image.open(io.BytesIO(body)) as image:
            body = image.convert("RGB").tobytes()
    except OSError:
        pass
    return hashlib.sha256(body).hexdigest()[:16]
