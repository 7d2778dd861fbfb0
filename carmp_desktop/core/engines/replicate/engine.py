"""The `replicate` engine: photos go up once, images are bought, watched and fetched."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from carmp_desktop.core.catalog import ModelFacts
from carmp_desktop.core.crash_points import reach
from carmp_desktop.core.engines.door import Made, Order, Told
from carmp_desktop.core.engines.replicate import problems
from carmp_desktop.core.engines.replicate.downloads import Downloads
from carmp_desktop.core.engines.replicate.fulfilment import RESULT_LIVES, Fulfilment, Tools
from carmp_desktop.core.engines.replicate.gateway import Gateway
from carmp_desktop.core.engines.replicate.purchase import LOOK_PAUSE, Till
from carmp_desktop.core.engines.replicate.uploads import Outbound, Upload
from carmp_desktop.core.engines.replicate.watch import Watch
from carmp_desktop.core.model import AngleImage, Batch, EngineName, Photo
from carmp_desktop.core.only_asyncio import spare_the_search
from carmp_desktop.core.outgoing import prepare
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.remarks import UPLOADING
from carmp_desktop.core.store.journal import Journal

_MARGIN = timedelta(minutes=10)
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class ReplicateAccess:
    """With whose token, at which address, and which model."""

    token: str
    base_url: str
    model: ModelFacts
    uploads: Path
    look_pause: float = LOOK_PAUSE

    def __repr__(self) -> str:
        """Without the token."""
        return f"ReplicateAccess({self.base_url}, {self.model.slug})"


class ReplicateEngine:
    """Makes images by paid predictions. Open it on the loop it will work on."""

    def __init__(self, access: ReplicateAccess, journal: Journal, tls: ssl.SSLContext) -> None:
        spare_the_search()
        self.access = access
        self.gateway = Gateway(token=access.token, base_url=access.base_url, tls=tls)
        self.tools = Tools(
            model=access.model,
            journal=journal,
            gateway=self.gateway,
            till=Till(self.gateway, journal, look_pause=access.look_pause),
            watch=Watch(self.gateway),
            downloads=Downloads(tls),
        )

    @property
    def name(self) -> EngineName:
        """The engine's name on the command line."""
        return EngineName.REPLICATE

    async def open_batch(self, batch: Batch) -> ReplicateSession:
        """Begin a batch. Raises `Failure` without a token, and for one no request can carry."""
        token = self.access.token
        if not token:
            raise Failure(problems.NO_TOKEN)
        if not (token.isascii() and token.isprintable()):
            raise Failure(problems.WRONG_TOKEN)
        return ReplicateSession(self, batch)

    async def aclose(self) -> None:
        """Close every connection."""
        await self.tools.watch.aclose()
        await self.tools.downloads.aclose()
        await self.gateway.aclose()


class ReplicateSession:
    """One batch at Replicate: its uploaded photos, shared by all its angles."""

    def __init__(self, engine: ReplicateEngine, batch: Batch) -> None:
        self._engine = engine
        self._is_leaving = False
        self._waiting: set[Told] = set()
        self._photos = [
            self._upload(partial(_photo_outbound, photo, number, engine.access.uploads))
            for number, photo in enumerate(batch.request.photos, start=1)
        ]
        self._again: dict[str, Upload] = {}
        self._uploading: asyncio.Future[list[str]] | None = None

    async def make(self, order: Order, told: Told) -> Made:
        """Buy the image or take it up, wait for it, fetch it; see `BatchSession.make`."""
        fulfilment = Fulfilment(
            self._engine.tools,
            order,
            told,
            addresses=lambda: self._addresses(order, told),
            is_leaving=lambda: self._is_leaving,
        )
        try:
            return await fulfilment.make()
        except Failure as failure:
            if failure.problem.code == problems.INPUT_GONE.code:
                self._forget_uploads(order)
            raise

    def leave(self) -> None:
        """Leave what is begun as it stands when it is canceled."""
        self._is_leaving = True

    async def aclose(self) -> None:
        """Stop what is still going up."""
        if self._uploading is not None:
            self._uploading.cancel()
            await asyncio.gather(self._uploading, return_exceptions=True)

    async def _addresses(self, order: Order, told: Told) -> list[str]:
        if order.angle_image is not None:
            return [await self._address_of(order.angle_image)]
        if self._uploading is None:
            told(UPLOADING)
        self._waiting.add(told)
        try:
            addresses = await self._photo_addresses()
        finally:
            self._waiting.discard(told)
        reach("uploads.done")
        return addresses

    async def _photo_addresses(self) -> list[str]:
        """All photos' addresses; one that gave up its wait does not stop the others' uploads."""
        going_up = self._uploading
        if going_up is None or going_up.done():
            going_up = asyncio.gather(*(photo.address() for photo in self._photos))
            self._uploading = going_up
        return list(await asyncio.shield(going_up))

    def _forget_uploads(self, order: Order) -> None:
        """The service has lost a file: everything is handed over again when it is next needed."""
        if order.angle_image is not None:
            self._upload_again(order.angle_image)
        for upload in (*self._photos, *self._again.values()):
            upload.forget()

    def _upload(self, make_ready: Callable[[], Outbound]) -> Upload:
        return Upload(self._engine.gateway, make_ready, waits=self._tell_waiting)

    def _tell_waiting(self, reason: str) -> None:
        for told in self._waiting:
            told(reason)

    async def _address_of(self, image: AngleImage) -> str:
        """The angle's own result while the service keeps it, else its file handed over again."""
        asked_at = image.asked_at or _LONG_AGO
        is_there = datetime.now(UTC) - asked_at < RESULT_LIVES - _MARGIN
        if image.source_url is not None and is_there and image.job_id not in self._again:
            return image.source_url
        return await self._upload_again(image).address()

    def _upload_again(self, image: AngleImage) -> Upload:
        if image.job_id not in self._again:
            self._again[image.job_id] = self._upload(partial(_image_outbound, image.file))
        return self._again[image.job_id]


def _photo_outbound(photo: Photo, number: int, folder: Path) -> Outbound:
    ready = prepare(photo, folder)
    return Outbound(ready.path, f"photo-{number}{ready.path.suffix}", ready.media_type)


def _image_outbound(file: Path) -> Outbound:
    kinds = {".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp"}
    return Outbound(file, f"angle{file.suffix}", kinds.get(file.suffix, "image/png"))
