"""The second origin: results, uploaded files and sheets. It must never be shown the token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from tests.loopback.misbehaving import DELIVERS, send

if TYPE_CHECKING:
    from tests.loopback.api import Handler
    from tests.loopback.server import StandIn


class Delivery:
    """Hands out what the service has made or kept."""

    def __init__(self, server: StandIn) -> None:
        self._server = server

    def routes(self) -> list[web.RouteDef]:
        """Every path of this origin."""
        return [
            web.get("/output/{id}.png", self._watched("download", self._output)),
            web.get("/file/{id}", self._watched("file", self._file)),
            web.get("/sheet/{name}", self._watched("sheet", self._sheet)),
            web.get("/published/{name}", self._watched("sheet", self._published)),
        ]

    def _watched(self, route: str, handler: Handler) -> Handler:
        async def watched(request: web.Request) -> web.StreamResponse:
            ledger = self._server.ledger
            shown = f"{request.headers} {request.raw_path}"
            if "Authorization" in request.headers or self._server.token in shown:
                ledger.note(lambda: ledger.leaks.append(request.path))
            if route == "download" and request.method == "GET":
                ledger.fetched[request.match_info["id"]] += 1
            ledger.note(lambda: self._server.note_request(route, request))
            answer = await self._server.with_faults(route, request, handler)
            if DELIVERS in answer and request.method == "GET":
                await send(request, answer)
                ledger.note(lambda: ledger.delivered.update([answer[DELIVERS]]))
            return answer

        return self._server.sheltered(watched)

    async def _output(self, request: web.Request) -> web.Response:
        server = self._server
        made = server.ledger.predictions.get(request.match_info["id"])
        if made is None or not self._is_signed(request, made.id):
            return web.Response(status=404 if made is None else 403)
        is_gone = made.is_expired(server.now(), server.expiry)
        if is_gone or not made.output(server.now(), server.address_of(made.id)):
            return web.Response(status=server.gone_status)
        is_jpeg = made.inputs.get("output_format") == "jpg"
        kind = "image/jpeg" if is_jpeg else "image/png"
        answer = web.Response(body=server.image_of(made.id), content_type=kind)
        answer[DELIVERS] = made.id
        return answer

    async def _file(self, request: web.Request) -> web.Response:
        upload = self._server.ledger.uploads.get(request.match_info["id"])
        if upload is None:
            return web.Response(status=404)
        is_gone = self._server.now() > upload.expires_at
        if is_gone or not self._is_signed(request, upload.id):
            return web.Response(status=403)
        return web.Response(body=upload.body, content_type=upload.media_type)

    def _is_signed(self, request: web.Request, name: str) -> bool:
        """Whether the address carries its signature, where signatures are asked for."""
        given = request.query.get("signature")
        return not self._server.signs or given == self._server.signature_of(name)

    async def _sheet(self, request: web.Request) -> web.Response:
        if not self._server.sheets.redirects:
            return await self._published(request)
        raise web.HTTPTemporaryRedirect(f"/published/{request.match_info['name']}?r=1")

    async def _published(self, request: web.Request) -> web.Response:
        sheets = self._server.sheets
        if sheets.status != 200:
            return web.Response(status=sheets.status)
        if sheets.html:
            page = "<!DOCTYPE html><html><body>Sign in</body></html>"
            return web.Response(text=page, content_type="text/html")
        text = sheets.texts.get(request.match_info["name"])
        if text is None:
            return web.Response(status=404)
        return web.Response(text=text, content_type="text/csv")
