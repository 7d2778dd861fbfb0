"""The stand-in for the service in a process of its own, so that its work is not the program's.

As a script it prints the environment that leads to it as JSON, answers each line of its input with
what it has counted, and ends with its input.
"""

from __future__ import annotations

import argparse
import asyncio
import functools
import io
import json
import math
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import web
from measure import ROOT
from PIL import Image, PngImagePlugin

from tests.loopback import StandIn
from tests.loopback.api import Handler

_SIZE = (1344, 768)
_SAMPLE = ROOT / "resources" / "samples" / "sample_front_3_4.jpg"
_ANGLES = "angle_key,angle_label,angle_desc,order,enabled\n"
_COLORS = "color_key,color_label,prompt_value,enabled\n"
_SPREAD = 0.35
_STATUS_ROUTES = ("get", "list")


@dataclass(frozen=True)
class Service:
    """A stand-in that runs; ``environment`` leads the program to it."""

    environment: dict[str, str]
    process: subprocess.Popen[str]

    def counted(self) -> dict[str, Any]:
        """``created``, ``status`` requests, their ``times``, and the ``addresses`` of images."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        counted: dict[str, Any] = json.loads(self.process.stdout.readline())
        return counted


@contextmanager
def service(
    *, seconds: float, angles: int, colors: int, varied: bool = False, heavy: bool = False
) -> Iterator[Service]:
    """Start it: a prediction takes ``seconds``, or so on the median where it is ``varied``.

    Its images have 1.5 MB where it is ``heavy``; else they are small, so that only waiting counts.
    """
    options = [f"--seconds={seconds}", f"--angles={angles}", f"--colors={colors}"]
    options += ["--varied"] if varied else []
    options += ["--heavy"] if heavy else []
    command = [sys.executable, str(Path(__file__)), *options]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        yield Service(json.loads(process.stdout.readline()), process)


class BusyService(StandIn):
    """May deliver images of 1.5 MB; holds a create that prefers to wait, as the service does."""

    def __init__(self, *, seconds: float, varied: bool, heavy: bool) -> None:
        self._heavy = heavy
        self._chance = random.Random(1) if varied else None  # noqa: S311 - no secret
        super().__init__(seconds=seconds)
        self.status_times: list[float] = []

    @property
    def seconds(self) -> float:
        """How long the next prediction takes."""
        if self._chance is None:
            return self._seconds
        return self._chance.lognormvariate(math.log(self._seconds), _SPREAD)

    @seconds.setter
    def seconds(self, seconds: float) -> None:
        self._seconds = seconds

    def note_request(self, route: str, request: web.Request) -> None:
        """Write a request down with its time."""
        super().note_request(route, request)
        if route in _STATUS_ROUTES:
            self.status_times.append(time.monotonic())

    def image_of(self, prediction_id: str) -> bytes:
        """A drawing, or a photograph as PNG; a text chunk makes each one different."""
        if not self._heavy:
            return super().image_of(prediction_id)
        head, tail = _photograph()
        return head + _text_chunk(prediction_id) + tail

    async def with_faults(
        self, route: str, request: web.Request, handler: Handler, *, prompt: str = ""
    ) -> web.StreamResponse:
        """Answer; to ``Prefer: wait`` when the prediction has ended."""
        answer = await super().with_faults(route, request, handler, prompt=prompt)
        if route != "create" or "Prefer" not in request.headers or answer.status != 201:
            return answer
        assert isinstance(answer, web.Response)
        made = self.ledger.predictions[json.loads(answer.text or "")["id"]]
        await asyncio.sleep((made.ended_at(self.now()) - self.now()).total_seconds())
        return web.json_response(self.describe(made), status=201)

    def assert_clean(self) -> None:
        """Fail where a handler broke; the plain script shows its token to both origins."""
        assert not self.ledger.errors, self.ledger.errors

    def counted(self) -> dict[str, Any]:
        """See `Service.counted`."""
        return {
            "created": self.accepted,
            "status": sum(self.count(route) for route in _STATUS_ROUTES),
            "times": self.status_times,
            "addresses": [self.address_of(made.id) for made in self.created],
        }


@functools.cache
def _photograph() -> tuple[bytes, bytes]:
    """A PNG of about 1.5 MB, in two parts between which chunks may stand."""
    body = io.BytesIO()
    with Image.open(_SAMPLE) as photo:
        small = photo.convert("RGB").resize(_SIZE)
    grain = Image.effect_noise(_SIZE, 12).convert("RGB")
    Image.blend(small, grain, 0.2).save(body, "PNG")
    return body.getvalue()[:-12], body.getvalue()[-12:]


def _text_chunk(text: str) -> bytes:
    body = io.BytesIO()
    PngImagePlugin.putchunk(body, b"tEXt", b"Comment\0" + text.encode())
    return body.getvalue()


def main() -> None:
    """Serve until the input ends."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--angles", type=int)
    parser.add_argument("--colors", type=int)
    parser.add_argument("--varied", action="store_true")
    parser.add_argument("--heavy", action="store_true")
    options = parser.parse_args()
    look = {"varied": options.varied, "heavy": options.heavy}
    with BusyService(seconds=options.seconds, **look) as server:
        server.sheets.texts["angles"] = _ANGLES + "".join(
            f"angle_{n},Angle {n},seen from side number {n},{n},TRUE\n"
            for n in range(options.angles)
        )
        server.sheets.texts["colors"] = _COLORS + "".join(
            f"color_{n},Color {n},Shade {n} #{n * 5 + 16:02X}419B (metallic),TRUE\n"
            for n in range(options.colors)
        )
        print(json.dumps(server.env()), flush=True)
        for _ in sys.stdin:
            print(json.dumps(server.counted()), flush=True)


if __name__ == "__main__":
    main()
