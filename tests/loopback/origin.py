"""One origin of the stand-in: a port on loopback that closes and opens again, plain or with TLS."""

from __future__ import annotations

import os
import socket
import ssl

from aiohttp import web

_LARGEST_BODY = 200_000_000


class Origin:
    """Serves routes on one port. For the server's loop only."""

    def __init__(self, routes: list[web.RouteDef], port: int, tls: ssl.SSLContext | None) -> None:
        self._tls = tls
        self._held = _bound(port)
        self.port: int = self._held.getsockname()[1]
        app = web.Application(client_max_size=_LARGEST_BODY)
        app.add_routes(routes)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        self._site: web.SockSite | None = None

    @property
    def url(self) -> str:
        """The address, without a path."""
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}"

    async def start(self) -> None:
        """Serve."""
        await self._runner.setup()
        await self.open()

    async def open(self) -> None:
        """Accept connections, again where they were refused."""
        if self._site is None:
            self._site = web.SockSite(self._runner, self._held, ssl_context=self._tls, backlog=1024)
            await self._site.start()

    async def close(self) -> None:
        """Cut every connection and refuse new ones, until it is opened again."""
        if self._site is None:
            return
        await self._site.stop()
        self._site = None
        # Bound but not listening, the port refuses connections and nobody else can have it.
        self._held = _bound(self.port)
        assert self._runner.server is not None
        for connection in self._runner.server.connections:
            if connection.transport is not None:
                connection.transport.abort()

    async def stop(self) -> None:
        """Stop for good; handlers that still wait are canceled."""
        await self._runner.cleanup()
        self._held.close()


def _bound(port: int) -> socket.socket:
    bound = socket.socket()
    if os.name == "posix":
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.bind(("127.0.0.1", port))
    return bound
