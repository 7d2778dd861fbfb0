"""The second origin: results, uploaded files and sheets. It must never be shown the token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from tests.loopback.pictures import draw

if TYPE_CHECKING:
    from tests.loopback.api import Handler
    from tests.loopback.faults import Fault
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
            server = self._server
            server.ledger.note(lambda: server.note_request(route, request))
            shown = f"{request.headers} {request.raw_path}"
            if "Authorization" in request.headers or server.token in shown:
                server.ledger.note(lambda: server.ledger.leaks.append(request.path))
            return await server.with_faults(route, request, handler)

        return watched

    async def _output(self, request: web.Request) -> web.StreamResponse:
        made = self._server.ledger.predictions.get(request.match_info["id"])
        if made is None:
            return web.Response(status=404)
        kind = "JPEG" if made.inputs.get("output_format") == "jpg" else "PNG"
        return web.Response(body=draw(made.inputs, kind), content_type=f"image/{kind.lower()}")

    async def _file(self, request: web.Request) -> web.Response:
        upload = self._server.ledger.uploads.get(request.match_info["id"])
        if upload is None:
            return web.Response(status=404)
        return web.Response(body=upload.body, content_type=upload.media_type)

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


async def send_wrong(fault: Fault, request: web.Request, whole: bytes) -> web.StreamResponse:
    """A download gone wrong in the way the fault says."""
    if fault.kind == "html":
        return web.Response(text="<html><body>Busy</body></html>", content_type="text/html")
    if fault.kind == "jpeg":
        return web.Response(body=draw({"fault": "jpeg"}, "JPEG"), content_type="image/jpeg")
    if fault.kind == "short":
        return web.Response(body=whole[: len(whole) // 2], content_type="image/png")
    response = web.StreamResponse()
    response.content_length = len(whole)
    response.content_type = "image/png"
    await response.prepare(request)
    await response.write(whole[: len(whole) // 2])
    assert request.transport is not None
    request.transport.abort()
    return response
