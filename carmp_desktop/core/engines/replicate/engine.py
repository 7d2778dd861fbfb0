"""The `replicate` engine: photos go up once, images are bought, watched and fetched."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from carmp_desktop.core.catalog import ModelFacts
from carmp_desktop.core.engines.door import AngleImage, Made, Order, Told
from carmp_desktop.core.engines.replicate import problems
from carmp_desktop.core.engines.replicate.answers import Prediction, ServiceFault
from carmp_desktop.core.engines.replicate.downloads import Downloads
from carmp_desktop.core.engines.replicate.gateway import Gateway
from carmp_desktop.core.engines.replicate.purchase import LOOK_PAUSE, Purchase, Till
from carmp_desktop.core.engines.replicate.uploads import Outbound, Upload
from carmp_desktop.core.engines.replicate.watch import Watch
from carmp_desktop.core.log import LOG, mp
from carmp_desktop.core.model import Batch, EngineName, Photo
from carmp_desktop.core.outgoing import prepare
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.store.journal import AttemptState, Journal

_RESULT_LIVES = 50 * 60.0
_CANCEL_PATIENCE = 10.0


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
        self.access = access
        self.journal = journal
        self.gateway = Gateway(token=access.token, base_url=access.base_url, tls=tls)
        self.till = Till(self.gateway, journal, look_pause=access.look_pause)
        self.watch = Watch(self.gateway)
        self.downloads = Downloads(tls)
        self._farewells: set[asyncio.Task[None]] = set()

    @property
    def name(self) -> EngineName:
        """The engine's name on the command line."""
        return EngineName.REPLICATE

    async def open_batch(self, batch: Batch) -> ReplicateSession:
        """Begin a batch; its photos start to go up. Raises `Failure` without a token."""
        if not self.access.token:
            raise Failure(problems.NO_TOKEN)
        return ReplicateSession(self, batch)

    def see_off(self, farewell: Coroutine[Any, Any, None]) -> None:
        """Let a cancellation reach the service although its job is gone already."""
        task = asyncio.get_running_loop().create_task(farewell)
        self._farewells.add(task)
        task.add_done_callback(self._farewells.discard)

    async def aclose(self) -> None:
        """Finish the cancellations under way, for ten seconds at most, and close everything."""
        if self._farewells:
            await asyncio.wait(self._farewells, timeout=_CANCEL_PATIENCE)
        await self.watch.aclose()
        await self.downloads.aclose()
        await self.gateway.aclose()


class ReplicateSession:
    """One batch at Replicate: its uploaded photos, shared by all its angles."""

    def __init__(self, engine: ReplicateEngine, batch: Batch) -> None:
        self._engine = engine
        self._waiting: set[Told] = set()
        self._photos = [
            self._upload(partial(_photo_outbound, photo, number, engine.access.uploads))
            for number, photo in enumerate(batch.request.photos, start=1)
        ]
        self._fetched_at: dict[str, float] = {}
        self._again: dict[str, Upload] = {}
        self._uploading = [asyncio.ensure_future(photo.address()) for photo in self._photos]

    async def make(self, order: Order, told: Told) -> Made:
        """Buy the image, wait for it, fetch it. Raises `Failure`; cancellation cancels it."""
        images = await self._addresses(order, told)
        facts = self._engine.access.model
        inputs = facts.inputs(prompt=order.job.prompt, images=images)
        mp(
            f"replicate.run {facts.slug}",
            image_input_len=len(images),
            output_format=inputs.get("output_format"),
        )
        journal = self._engine.journal
        attempt = await journal.intend(order.job.id, model=facts.slug, inputs=inputs)
        prediction = await self._bought(Purchase(attempt, facts.slug, inputs), told)
        told(None)
        try:
            ended = await self._engine.watch.result(prediction, told)
        except asyncio.CancelledError:
            self._engine.see_off(self._cancel(attempt, prediction))
            raise
        url = await self._output(attempt, ended)
        suffix = await self._engine.downloads.fetch(url, order.part)
        self._fetched_at[order.job.id] = asyncio.get_running_loop().time()
        return Made(
            suffix=suffix,
            model=facts.slug,
            source_url=url,
            prediction_id=ended.id,
            cost=facts.price or 0.0,
        )

    async def aclose(self) -> None:
        """Stop what is still going up."""
        for task in self._uploading:
            task.cancel()
        await asyncio.gather(*self._uploading, return_exceptions=True)

    async def _addresses(self, order: Order, told: Told) -> list[str]:
        if order.angle_image is not None:
            return [await self._address_of(order.angle_image)]
        if not all(task.done() for task in self._uploading):
            told("Uploading photos")
        self._waiting.add(told)
        try:
            await asyncio.gather(*self._uploading)
            return list(await asyncio.gather(*(photo.address() for photo in self._photos)))
        finally:
            self._waiting.discard(told)

    def _upload(self, make_ready: Callable[[], Outbound]) -> Upload:
        return Upload(self._engine.gateway, make_ready, waits=self._tell_waiting)

    def _tell_waiting(self, reason: str) -> None:
        for told in self._waiting:
            told(reason)

    async def _address_of(self, image: AngleImage) -> str:
        """The angle's own result while the service keeps it, else its file handed over again."""
        fetched = self._fetched_at.get(image.job_id, float("-inf"))
        age = asyncio.get_running_loop().time() - fetched
        if image.source_url is not None and age < _RESULT_LIVES:
            return image.source_url
        if image.job_id not in self._again:
            self._again[image.job_id] = self._upload(partial(_image_outbound, image.file))
        return await self._again[image.job_id].address()

    async def _bought(self, purchase: Purchase, told: Told) -> Prediction:
        """Buy, and go on buying when the job is canceled meanwhile: the answer decides."""
        buying = asyncio.ensure_future(self._engine.till.buy(purchase, told))
        try:
            return await asyncio.shield(buying)
        except asyncio.CancelledError:
            self._engine.see_off(self._cancel_when_bought(purchase.attempt, buying))
            raise
        except Failure as failure:
            await self._engine.journal.ended(
                purchase.attempt, AttemptState.REFUSED, failure.problem
            )
            raise

    async def _cancel_when_bought(self, attempt: int, buying: asyncio.Future[Prediction]) -> None:
        try:
            await self._cancel(attempt, await buying)
        except Failure as failure:
            await self._engine.journal.ended(attempt, AttemptState.REFUSED, failure.problem)

    async def _cancel(self, attempt: int, prediction: Prediction) -> None:
        try:
            await self._engine.gateway.cancel(prediction.id)
        except ServiceFault as fault:
            LOG.warning("prediction %s could not be canceled: %s", prediction.id, fault)
            return
        await self._engine.journal.ended(attempt, AttemptState.CANCELED, None)

    async def _output(self, attempt: int, ended: Prediction) -> str:
        """The result's address, written to the journal. Raises `Failure` where there is none."""
        journal = self._engine.journal
        if ended.outputs:
            await journal.succeeded(attempt, ended.outputs[0])
            return ended.outputs[0]
        state = AttemptState.CANCELED if ended.status == "canceled" else AttemptState.FAILED
        problem = _problem_of(ended)
        await journal.ended(attempt, state, problem)
        raise Failure(problem)


def _problem_of(ended: Prediction) -> Problem:
    match ended.status:
        case "failed":
            return problems.of_failed(ended.error)
        case "aborted":
            return problems.ABORTED
        case "canceled":
            return problems.CANCELED
        case _:
            return problems.NO_OUTPUT


def _photo_outbound(photo: Photo, number: int, folder: Path) -> Outbound:
    ready = prepare(photo, folder)
    return Outbound(ready.path, f"photo-{number}{ready.path.suffix}", ready.media_type)


def _image_outbound(file: Path) -> Outbound:
    kinds = {".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp"}
    return Outbound(file, f"angle{file.suffix}", kinds.get(file.suffix, "image/png"))
