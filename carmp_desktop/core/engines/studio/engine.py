"""The studio engine behind the door: which photo makes which angle, and what its card says."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from pathlib import Path

from carmp_desktop.core import remarks
from carmp_desktop.core.engines.door import Made, Order, Told
from carmp_desktop.core.engines.studio.crew import Crew
from carmp_desktop.core.engines.studio.model_file import MODEL_NAME, check_model
from carmp_desktop.core.engines.studio.paints import PaintTarget, read_paint
from carmp_desktop.core.engines.studio.problems import no_photo, unknown_paint
from carmp_desktop.core.engines.studio.tasks import Task
from carmp_desktop.core.model import Batch, BatchRequest, EngineName
from carmp_desktop.core.problems import Failure

_MOST_WORKERS = 2
_LARGE_PHOTO = 40_000_000


class StudioEngine:
    """Makes pictures on this computer, without network and cost.

    ``model_file`` is the segmentation network's; ``workspace`` a folder where scenes are kept
    beside the pictures. Nothing is started before the first order.
    """

    def __init__(self, model_file: Path, workspace: Path) -> None:
        self._model_file = model_file
        workers = min(_MOST_WORKERS, os.cpu_count() or 1)
        self._crew = Crew(model_file, workspace, workers)
        self._large_photo = asyncio.Lock()
        self._open_batches = 0

    @property
    def name(self) -> EngineName:
        """Always the studio."""
        return EngineName.STUDIO

    async def open_batch(self, batch: Batch) -> StudioSession:
        """Begin a batch. Raises `Failure` (``studio_model_missing``) without the right model."""
        await asyncio.to_thread(check_model, self._model_file)
        self._open_batches += 1
        return StudioSession(batch.request, self._crew, self._large_photo, self._batch_closed)

    def _batch_closed(self) -> None:
        self._open_batches -= 1
        if self._open_batches == 0:
            self._crew.rest()

    async def aclose(self) -> None:
        """End the workers."""
        await asyncio.to_thread(self._crew.close)


class StudioSession:
    """One batch's time in the studio."""

    def __init__(
        self,
        request: BatchRequest,
        crew: Crew,
        large_photo: asyncio.Lock,
        closed: Callable[[], None],
    ) -> None:
        self._request = request
        self._crew = crew
        self._large_photo = large_photo
        self._closed = closed

    async def make(self, order: Order, told: Told) -> Made:
        """Make one picture. Raises `Failure`; canceling it ends the work at once."""
        await order.permission()
        index = photo_index(self._request, order.angle.key)
        photo = self._request.photos[index]
        target = _target(order)
        scene_id = order.angle_image.job_id if order.angle_image else order.job.id
        task = Task(photo.path, scene_id, order.part, target)
        if photo.width * photo.height > _LARGE_PHOTO:
            async with self._large_photo:
                doubts = await self._made(task, told)
        else:
            doubts = await self._made(task, told)
        if stands_in(self._request, order.angle.key):
            doubts += (remarks.STANDS_IN.format(n=index + 1),)
        elif photo.angle_key is None:
            doubts += (remarks.UNTAGGED.format(n=index + 1),)
        made = remarks.LOCAL_ANGLE if target is None else remarks.LOCAL_COLOR
        note = made.format(n=index + 1, name=photo.name)
        doubt = " ".join(doubts) or None
        return Made(suffix=".png", model=MODEL_NAME, note=note, doubt=doubt)

    async def _made(self, task: Task, told: Told) -> tuple[str, ...]:
        async with self._crew.worker() as worker:
            told(None)
            done = await self._crew.make(worker, task)
        return done.doubts

    def leave(self) -> None:
        """Nothing to do: what is not finished is simply made again."""

    async def aclose(self) -> None:
        """Let the workers rest when no other batch needs them."""
        self._closed()


def photo_index(request: BatchRequest, angle_key: str) -> int:
    """Which photo stands for an angle: the one tagged with it, else the untagged ones in turn.

    Where every photo is tagged with something else, all of them take turns. Raises `Failure`
    where the batch has no photo.
    """
    tags = [photo.angle_key for photo in request.photos]
    if angle_key in tags:
        return tags.index(angle_key)
    free = [index for index, tag in enumerate(tags) if tag is None] or list(range(len(tags)))
    if not free:
        raise Failure(no_photo())
    untagged = [angle.key for angle in request.angles if angle.key not in tags]
    turn = untagged.index(angle_key) if angle_key in untagged else 0
    return free[turn % len(free)]


def stands_in(request: BatchRequest, angle_key: str) -> bool:
    """Whether an angle is made from a photo that is another angle's own, or an earlier one's."""
    own = photo_index(request, angle_key)
    if request.photos[own].angle_key == angle_key:
        return False
    before = [angle.key for angle in request.angles]
    before = before[: before.index(angle_key)] if angle_key in before else []
    taken = request.photos[own].angle_key is not None
    return taken or any(photo_index(request, key) == own for key in before)


def _target(order: Order) -> PaintTarget | None:
    if order.color is None:
        return None
    target = read_paint(order.color.prompt_value) or read_paint(order.color.hex or "")
    if target is None:
        raise Failure(unknown_paint(order.color.prompt_value))
    return target
