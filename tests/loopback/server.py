"""The stand-in's life: two origins on loopback, in a thread with a loop of its own.

with StandIn() as server:
    run(environment=server.env())
    assert server.paid == 6
    assert not server.bought_twice()
    assert not server.undelivered()
"""

from __future__ import annotations

import asyncio
import hashlib
import tempfile
import threading
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Self

from aiohttp import web

from tests.loopback import judge
from tests.loopback.api import Api, Handler
from tests.loopback.certificate import make_certificate
from tests.loopback.delivery import Delivery
from tests.loopback.faults import Fault
from tests.loopback.judge import Purchase
from tests.loopback.ledger import Ledger, RateLimit
from tests.loopback.misbehaving import misbehave
from tests.loopback.origin import Origin
from tests.loopback.pictures import draw
from tests.loopback.predictions import Made, now
from tests.loopback.sheets import Sheets

TOKEN = "r8_stand_in_0123456789abcdefghijklmnop"


class StandIn:
    """The server. Everything public may be read and set from any thread at any time.

    ``seconds`` is how long a prediction takes, ``expiry`` how long after its end its data stay,
    ``file_expiry`` how long an upload stays, ``list_lag`` how long a new prediction is missing
    from the list: all in seconds. ``signs`` makes addresses of images and files carry a signature
    that is asked for; ``gone_status`` (403 or 404) is the answer for an image that has expired.
    With ``tls`` both origins are https, and ``ca_file`` is what a client must trust.
    """

    def __init__(self, *, seconds: float = 0.05, port: int = 0, tls: bool = False) -> None:
        self.token = TOKEN
        self.seconds = seconds
        self.models = {"google/nano-banana", "google/nano-banana-2"}
        self.expiry = 3600.0
        self.file_expiry = 86400.0
        self.list_lag = 0.0
        self.list_omits_input = False
        self.signs = False
        self.gone_status = 404
        self.skew = timedelta()
        self.rate_limit: RateLimit | None = None
        self.sheets = Sheets()
        self.ledger = Ledger()
        self.url = ""
        self.delivery_url = ""
        self.ca_file: Path | None = None
        self._faults: list[Fault] = []
        self._port = port
        self._tls = tls
        self._origins: list[Origin] = []
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
        trusted = {"SSL_CERT_FILE": str(self.ca_file)} if self.ca_file else {}
        return {
            "REPLICATE_API_TOKEN": self.token,
            "REPLICATE_BASE_URL": self.url,
            "CARMP_GLOBAL_PROMPTS_URL": f"{sheet}/prompts",
            "CARMP_ANGLE_PRESETS_URL": f"{sheet}/angles",
            "CARMP_COLOR_PRESETS_URL": f"{sheet}/colors",
            **trusted,
        }

    def break_(self, *rules: Fault) -> None:
        """Add faults; the first that applies to a call is used."""
        self._faults.extend(rules)

    def refuse_connections(self) -> None:
        """Go offline: cut every connection and close both ports."""
        self._do(Origin.close)

    def accept_connections(self) -> None:
        """Come back online, on the same ports."""
        self._do(Origin.open)

    @property
    def created(self) -> list[Made]:
        """Every accepted prediction, oldest first."""
        return sorted(self.ledger.predictions.values(), key=lambda made: made.created_at)

    @property
    def prompts(self) -> list[str]:
        """The prompts of every accepted prediction, oldest first."""
        return [made.inputs["prompt"] for made in self.created]

    @property
    def judged(self) -> list[Purchase]:
        """Every accepted create and what became of it by now, oldest first."""
        return judge.judge(self.ledger, self.created, self.now(), self.image_of)

    def accepted_inputs(self) -> list[dict[str, Any]]:
        """The whole input of every accepted create, oldest first."""
        return [made.inputs for made in self.created]

    def bought_twice(self) -> list[list[Purchase]]:
        """Purchases of the same prompt on the same source images, where none of them failed."""
        return judge.bought_twice(self.judged)

    def undelivered(self) -> list[Purchase]:
        """Purchases that succeeded and whose image was never sent whole."""
        return judge.undelivered(self.judged)

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
        """Wait until something is so, here or in a client's files; fails in the end."""
        self.ledger.wait_until(is_so, seconds)

    def assert_clean(self) -> None:
        """Fail where the token was shown to the wrong origin or a handler broke."""
        assert not self.ledger.leaks, f"the token was shown at {self.ledger.leaks}"
        assert not self.ledger.errors, self.ledger.errors

    def now(self) -> datetime:
        """The service's clock, which may be wrong."""
        return now() + self.skew

    def image_of(self, prediction_id: str) -> bytes:
        """The very bytes that a prediction's address delivers; no two predictions share them."""
        inputs = self.ledger.predictions[prediction_id].inputs
        kind = "JPEG" if inputs.get("output_format") == "jpg" else "PNG"
        return draw(inputs["prompt"], prediction_id, kind)

    def address_of(self, prediction_id: str) -> str:
        """Where a prediction's image is delivered."""
        return self._signed(f"output/{prediction_id}.png", prediction_id)

    def file_address_of(self, upload_id: str) -> str:
        """Where an uploaded file is delivered."""
        return self._signed(f"file/{upload_id}", upload_id)

    def signature_of(self, name: str) -> str:
        """The signature that the address of an image or a file carries."""
        return hashlib.sha256(f"stand-in {name}".encode()).hexdigest()[:24]

    def describe(self, made: Made) -> dict[str, Any]:
        """A prediction as the API answers it."""
        address = self.address_of(made.id)
        return made.answer(self.now(), origin=self.url, address=address, expiry=self.expiry)

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
            return await handler(request)
        return await misbehave(fault, request, lambda: handler(request))

    def sheltered(self, handler: Handler) -> Handler:
        """A handler whose errors go to the ledger; a client that went away is none."""

        async def safe(request: web.Request) -> web.StreamResponse:
            try:
                return await handler(request)
            except web.HTTPException:
                raise
            except Exception as error:
                transport = request.transport
                if transport is None or transport.is_closing():
                    return web.Response()
                self._note_error(repr(error))
                raise

        return safe

    def _note_error(self, text: str) -> None:
        self.ledger.note(lambda: self.ledger.errors.append(text))

    def _signed(self, path: str, name: str) -> str:
        query = f"?signature={self.signature_of(name)}" if self.signs else ""
        return f"{self.delivery_url}/{path}{query}"

    def _find(self, route: str, prompt: str, *, kinds: set[str] | None = None) -> Fault | None:
        for fault in self._faults:
            is_outcome = fault.kind == "outcome"
            if is_outcome == (kinds is not None) and fault.applies(route, prompt):
                return fault
        return None

    def _do(self, change: Callable[[Origin], Coroutine[Any, Any, None]]) -> None:
        async def change_all() -> None:
            for origin in self._origins:
                await change(origin)

        assert self._loop is not None
        asyncio.run_coroutine_threadsafe(change_all(), self._loop).result(10)

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._loop.set_exception_handler(
            lambda _, said: self._note_error(f"{said['message']}: {said.get('exception')!r}")
        )
        with tempfile.TemporaryDirectory() as folder:
            context = None
            if self._tls:
                context, self.ca_file = make_certificate(Path(folder))
            self._origins = [
                Origin(Api(self).routes(), self._port, context),
                Origin(Delivery(self).routes(), 0, context),
            ]
            for origin in self._origins:
                await origin.start()
            self.url, self.delivery_url = (origin.url for origin in self._origins)
            self._is_up.set()
            await self._stop.wait()
            for origin in self._origins:
                await origin.stop()
