"""The stand-in's life: two origins on loopback, in a thread with a loop of its own.

with StandIn() as server:
    run(environment=server.env())
    assert server.paid == 6
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Self

from aiohttp import web

from tests.loopback.api import Api, Handler, wait_forever
from tests.loopback.delivery import Delivery, send_wrong
from tests.loopback.faults import Fault
from tests.loopback.ledger import Ledger, RateLimit
from tests.loopback.predictions import Made, now
from tests.loopback.sheets import Sheets

TOKEN = "r8_stand_in_0123456789abcdefghijklmnop"
_DOWNLOAD_FAULTS = frozenset({"truncated", "short", "html", "jpeg"})


class StandIn:
    """The server. Everything public may be read and set from any thread at any time."""

    def __init__(self, *, seconds: float = 0.05, port: int = 0) -> None:
        self.token = TOKEN
        self.seconds = seconds
        self.models = {"google/nano-banana", "google/nano-banana-2"}
        self.expiry = 3600.0
        self.file_expiry = 86400.0
        self.skew = timedelta()
        self.rate_limit: RateLimit | None = None
        self.sheets = Sheets()
        self.ledger = Ledger()
        self.url = ""
        self.delivery_url = ""
        self._faults: list[Fault] = []
        self._port = port
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop = asyncio.Event()
        self._is_up = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="stand-in")

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._is_up.wait(10)
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)
        assert not self._thread.is_alive()
        if kind is None:
            self.assert_clean()

    def env(self) -> dict[str, str]:
        """The environment that leads the program here."""
        sheet = f"{self.delivery_url}/sheet"
        return {
            "REPLICATE_API_TOKEN": self.token,
            "REPLICATE_BASE_URL": self.url,
            "CARMP_GLOBAL_PROMPTS_URL": f"{sheet}/prompts",
            "CARMP_ANGLE_PRESETS_URL": f"{sheet}/angles",
            "CARMP_COLOR_PRESETS_URL": f"{sheet}/colors",
        }

    def break_(self, *rules: Fault) -> None:
        """Add faults; the first that applies to a call is used."""
        self._faults.extend(rules)

    @property
    def created(self) -> list[Made]:
        """Every accepted prediction, oldest first."""
        return sorted(self.ledger.predictions.values(), key=lambda made: made.created_at)

    @property
    def prompts(self) -> list[str]:
        """The prompts of every accepted prediction, oldest first."""
        return [made.inputs["prompt"] for made in self.created]

    @property
    def accepted(self) -> int:
        """How many creates were accepted."""
        return len(self.ledger.predictions)

    @property
    def paid(self) -> int:
        """How many predictions would be on the bill now."""
        return sum(made.is_billed(self.now()) for made in self.created)

    def count(self, route: str) -> int:
        """How many calls a route has had."""
        return self.ledger.routes[route]

    def wait_until(self, is_so: Callable[[], bool], seconds: float = 20.0) -> None:
        """Wait until something is so, looking again with every request."""
        self.ledger.wait_until(is_so, seconds)

    def assert_clean(self) -> None:
        """Fail where the token was shown to the wrong origin or a handler broke."""
        assert not self.ledger.leaks, f"the token was shown at {self.ledger.leaks}"
        assert not self.ledger.errors, self.ledger.errors

    def now(self) -> datetime:
        """The service's clock, which may be wrong."""
        return now() + self.skew

    def describe(self, made: Made) -> dict[str, Any]:
        """A prediction as the API answers it."""
        return made.answer(
            self.now(), origin=self.url, delivery=self.delivery_url, expiry=self.expiry
        )

    def note_request(self, route: str, request: web.Request) -> None:
        """Write a request down."""
        self.ledger.routes[route] += 1
        self.ledger.requests.append((request.method, request.path))

    def outcome_of(self, inputs: dict[str, Any]) -> Fault | None:
        """The scripted end of a prediction, if any."""
        return self._find("create", inputs["prompt"], kinds={"outcome"})

    async def with_faults(
        self, route: str, request: web.Request, handler: Handler, *, prompt: str = ""
    ) -> web.StreamResponse:
        """Answer a request, in the way a fault wants it where one applies."""
        fault = self._find(route, prompt)
        if fault is None:
            return await self._handled(request, handler)
        match fault.kind:
            case "status":
                return _status(fault)
            case "dropped":
                return _drop(request)
            case "hang":
                await wait_forever()
            case "delay":
                await asyncio.sleep(fault.seconds)
        answer = await self._handled(request, handler)
        if fault.kind == "answer_lost":
            return _drop(request)
        if fault.kind in _DOWNLOAD_FAULTS:
            assert isinstance(answer, web.Response)
            assert isinstance(answer.body, bytes)
            return await send_wrong(fault, request, answer.body)
        return answer

    async def _handled(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            return await handler(request)
        except web.HTTPException:
            raise
        except Exception as error:
            text = repr(error)
            self.ledger.note(lambda: self.ledger.errors.append(text))
            raise

    def _find(self, route: str, prompt: str, *, kinds: set[str] | None = None) -> Fault | None:
        for fault in self._faults:
            is_outcome = fault.kind == "outcome"
            if is_outcome == (kinds is not None) and fault.applies(route, prompt):
                return fault
        return None

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        runners = [
            await _start(Api(self).routes(), self._port),
            await _start(Delivery(self).routes(), 0),
        ]
        self.url, self.delivery_url = (_address(runner) for runner in runners)
        self._is_up.set()
        await self._stop.wait()
        for runner in runners:
            await runner.cleanup()


async def _start(routes: list[web.RouteDef], port: int) -> web.AppRunner:
    app = web.Application(client_max_size=200_000_000)
    app.add_routes(routes)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port, backlog=1024).start()
    return runner


def _address(runner: web.AppRunner) -> str:
    host, port = runner.addresses[0][:2]
    return f"http://{host}:{port}"


def _status(fault: Fault) -> web.Response:
    if isinstance(fault.body, str):
        return web.Response(
            text=fault.body, status=fault.status, headers=fault.headers, content_type="text/html"
        )
    return web.json_response(fault.body, status=fault.status, headers=fault.headers)


def _drop(request: web.Request) -> web.StreamResponse:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()
