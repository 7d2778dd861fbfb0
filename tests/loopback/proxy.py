"""A forward proxy on loopback that counts what passes through it.

with Proxy() as proxy:
    run(environment={**server.env(), "HTTP_PROXY": proxy.url, "HTTPS_PROXY": proxy.url})
    assert proxy.passed
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from typing import Self
from urllib.parse import urlsplit

_LONGEST_HEAD = 64 * 1024
_BAD_GATEWAY = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_CONNECTED = b"HTTP/1.1 200 Connection established\r\n\r\n"


class Proxy:
    """Passes absolute-form requests on, one to a connection, and opens tunnels for CONNECT.

    ``passed`` holds the method and the target of each, as the client sent them: an address, or
    ``host:port`` of a tunnel.
    """

    def __init__(self) -> None:
        self.url = ""
        self.passed: list[tuple[str, str]] = []
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop = asyncio.Event()
        self._is_up = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="proxy")

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._is_up.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)
        assert not self._thread.is_alive()

    def count(self, method: str) -> int:
        """How many requests of a method came; CONNECT counts the tunnels."""
        return sum(came == method for came, _ in self.passed)

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        guests: set[asyncio.Task[None]] = set()

        def welcome(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            guest = asyncio.create_task(self._pass_on(reader, writer))
            guests.add(guest)
            guest.add_done_callback(guests.discard)

        server = await asyncio.start_server(welcome, "127.0.0.1", 0, limit=_LONGEST_HEAD)
        self.url = "http://{}:{}".format(*server.sockets[0].getsockname())
        self._is_up.set()
        await self._stop.wait()
        server.close()
        for guest in guests:
            guest.cancel()
        await asyncio.gather(*guests, return_exceptions=True)

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async with contextlib.AsyncExitStack() as open_ones:
            open_ones.callback(writer.transport.abort)
            try:
                head = await reader.readuntil(b"\r\n\r\n")
                method, target, _version = head.split(b"\r\n", 1)[0].decode().split(" ")
                self.passed.append((method, target))
                address = urlsplit(f"//{target}" if method == "CONNECT" else target)
                there, out = await asyncio.open_connection(address.hostname, address.port or 80)
            except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError):
                writer.write(_BAD_GATEWAY)
                await _flush(writer)
                return
            open_ones.callback(out.transport.abort)
            if method == "CONNECT":
                writer.write(_CONNECTED)
            else:
                out.write(_in_origin_form(head, target))
            upward = asyncio.create_task(_pipe(reader, out))
            open_ones.callback(upward.cancel)
            await _pipe(there, writer)
            await _flush(writer)


def _in_origin_form(head: bytes, target: str) -> bytes:
    """The request's head as its own server wants it, asked to close when it has answered."""
    address = urlsplit(target)
    path = (address.path or "/") + (f"?{address.query}" if address.query else "")
    first, *fields = head.removesuffix(b"\r\n\r\n").split(b"\r\n")
    kept = [one for one in fields if not one.lower().startswith((b"connection:", b"proxy-"))]
    first = first.replace(target.encode(), path.encode(), 1)
    return b"\r\n".join([first, *kept, b"Connection: close", b"", b""])


async def _pipe(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    """Pass bytes on until either side is gone."""
    with contextlib.suppress(OSError):
        while chunk := await source.read(_LONGEST_HEAD):
            sink.write(chunk)
            await sink.drain()
        if sink.can_write_eof():
            sink.write_eof()


async def _flush(writer: asyncio.StreamWriter) -> None:
    """Close once everything has been sent."""
    with contextlib.suppress(OSError):
        writer.close()
        await writer.wait_closed()
