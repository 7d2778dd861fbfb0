"""The API's routes, as its document describes them, with every fault applied on the way."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.loopback import faults
from tests.loopback.ledger import RateLimit, Upload
from tests.loopback.predictions import Made, seconds_of

if TYPE_CHECKING:
    from tests.loopback.server import StandIn

_PAGE = 100
_SHORTEST_DEADLINE = 5.0
_CREATES = RateLimit(timedelta(minutes=1), 600)
_OTHER_CALLS = 3000
_LARGEST = 100 * 1000 * 1000
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Api:
    """The first origin: everything that needs the token."""

    def __init__(self, server: StandIn) -> None:
        self._server = server

    def routes(self) -> list[web.RouteDef]:
        """Every path, with the fault route it belongs to as its name's first word."""
        one = "/v1/predictions/{id}"
        return [
            web.post("/v1/files", self._guarded("upload", self._upload)),
            web.get("/v1/files/{id}", self._guarded("file", self._file)),
            web.post(
                "/v1/models/{owner}/{name}/predictions", self._guarded("create", self._create)
            ),
            web.get("/v1/predictions", self._guarded("list", self._list)),
            web.get(one, self._guarded("get", self._get)),
            web.post(f"{one}/cancel", self._guarded("cancel", self._cancel)),
            web.get("/v1/account", self._guarded("account", self._account)),
        ]

    def _guarded(self, route: str, handler: Handler) -> Handler:
        async def guarded(request: web.Request) -> web.StreamResponse:
            server = self._server
            server.ledger.note(lambda: server.note_request(route, request))
            if request.headers.get("Authorization") != f"Bearer {server.token}":
                return web.json_response(faults.UNAUTHENTICATED, status=401)
            prompt = await _prompt(request) if route == "create" else ""
            answer = await server.with_faults(route, request, handler, prompt=prompt)
            if not answer.prepared:
                answer.headers.update(self._room(route))
            return answer

        return self._server.sheltered(guarded)

    def _room(self, route: str) -> dict[str, str]:
        """The headers that tell how many more calls there is room for."""
        server = self._server
        if route == "create":
            limit = server.rate_limit or _CREATES
            left = limit.remaining(server.ledger, server.now())
            reset = limit.resets_in(server.ledger, server.now())
        else:
            left, reset = server.ledger.room_this_minute(_OTHER_CALLS)
        return {"ratelimit-remaining": str(left), "ratelimit-reset": str(reset)}

    async def _upload(self, request: web.Request) -> web.Response:
        part = (await request.post()).get("content")
        if not isinstance(part, web.FileField):
            return web.json_response({"detail": "content is required", "status": 400}, status=400)
        body = part.file.read()
        if len(body) > _LARGEST:
            return web.json_response(faults.TOO_LARGE, status=413)
        now = self._server.now()
        expires = now + timedelta(seconds=self._server.file_expiry)
        upload = Upload(secrets.token_hex(13), part.filename, part.content_type, body, now, expires)
        self._server.ledger.note(lambda: self._server.ledger.uploads.__setitem__(upload.id, upload))
        return web.json_response(self._describe(upload), status=201)

    async def _file(self, request: web.Request) -> web.Response:
        upload = self._server.ledger.uploads.get(request.match_info["id"])
        if upload is None:
            return web.json_response(faults.NOT_FOUND, status=404)
        return web.json_response(self._describe(upload))

    def _describe(self, upload: Upload) -> dict[str, Any]:
        return {
            "id": upload.id,
            "content_type": upload.media_type,
            "size": len(upload.body),
            "created_at": upload.created_at.isoformat(),
            "expires_at": upload.expires_at.isoformat(),
            "urls": {"get": self._server.file_address_of(upload.id)},
        }

    async def _create(self, request: web.Request) -> web.Response:
        server = self._server
        model = "{owner}/{name}".format(**request.match_info)
        if model not in server.models:
            return web.json_response(faults.NOT_FOUND, status=404)
        inputs = (await request.json()).get("input") or {}
        invalid = _invalid(inputs)
        if invalid:
            return web.json_response(invalid, status=422)
        until = None
        if "Cancel-After" in request.headers:
            after = seconds_of(request.headers["Cancel-After"])
            if after is None or after < _SHORTEST_DEADLINE:
                body = {"detail": "Cancel-After must be at least 5s", "status": 400}
                return web.json_response(body, status=400)
            until = server.now() + timedelta(seconds=after)
        if server.rate_limit is not None and server.rate_limit.refuses(server.ledger, server.now()):
            return self._throttled(server.rate_limit)
        made = Made(model, inputs, server.now(), server.seconds, server.outcome_of(inputs))
        made.deadline = until
        server.ledger.note(lambda: server.ledger.predictions.__setitem__(made.id, made))
        return web.json_response(server.describe(made), status=201)

    def _throttled(self, limit: RateLimit) -> web.Response:
        wait = limit.retry_after
        if wait is None:
            wait = limit.resets_in(self._server.ledger, self._server.now())
        headers = {"Retry-After": str(wait)} if limit.in_header else {}
        body = faults.throttled(wait, in_body=limit.in_body)
        return web.json_response(body, status=429, headers=headers)

    async def _get(self, request: web.Request) -> web.Response:
        made = self._server.ledger.predictions.get(request.match_info["id"])
        if made is None:
            return web.json_response(faults.NOT_FOUND, status=404)
        return web.json_response(self._server.describe(made))

    async def _list(self, request: web.Request) -> web.Response:
        """A page, newest first; the cursor names the last one shown, so new ones shift nothing."""
        server, query = self._server, request.query
        shown_until = server.now() - timedelta(seconds=server.list_lag)
        listed = [made for made in reversed(server.created) if made.created_at <= shown_until]
        if "created_after" in query:
            since = datetime.fromisoformat(query["created_after"])
            listed = [made for made in listed if made.created_at >= since]
        if "created_before" in query:
            until = datetime.fromisoformat(query["created_before"])
            listed = [made for made in listed if made.created_at < until]
        if "cursor" in query:
            ids = [made.id for made in listed]
            listed = listed[ids.index(query["cursor"]) + 1 :]
        page, rest = listed[:_PAGE], listed[_PAGE:]
        following = str(request.url.update_query(cursor=page[-1].id)) if rest else None
        answers = [server.describe(made) for made in page]
        if server.list_omits_input:
            answers = [{k: v for k, v in answer.items() if k != "input"} for answer in answers]
        return web.json_response({"previous": None, "next": following, "results": answers})

    async def _cancel(self, request: web.Request) -> web.Response:
        made = self._server.ledger.predictions.get(request.match_info["id"])
        if made is None:
            return web.json_response(faults.NOT_FOUND, status=404)
        self._server.ledger.note(lambda: made.cancel(self._server.now()))
        return web.json_response(self._server.describe(made))

    async def _account(self, _request: web.Request) -> web.Response:
        return web.json_response({"type": "user", "username": "dealer", "name": "A dealer"})


async def _prompt(request: web.Request) -> str:
    body = await request.json()
    return str((body.get("input") or {}).get("prompt", ""))


def _invalid(inputs: dict[str, Any]) -> dict[str, Any] | None:
    """The body of a 422, or None for a good input."""
    fault = ""
    if not inputs.get("prompt"):
        fault = "prompt is required"
    elif not all(str(uri).startswith(("http", "data:")) for uri in inputs.get("image_input", [])):
        fault = "image_input: Does not match format 'uri'"
    if not fault:
        return None
    return {
        "title": "Input validation failed",
        "detail": f"- input: {fault}\n",
        "status": 422,
        "invalid_fields": [{"type": "required", "field": "input", "description": fault}],
    }
