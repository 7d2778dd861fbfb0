"""One connection to the remote: open it, send texts, have the remote's stack prove it took them.

There is no acknowledgment in the contract. A WebSocket's frames are taken in order, so the answer
to a ping that was sent behind a message proves that the remote has read the message. Whatever goes
wrong is a `Broken` with words for the user.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from socket import gaierror
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import (
    ConnectionClosed,
    InvalidHandshake,
    InvalidStatus,
    InvalidURI,
    ProxyError,
    WebSocketException,
)
from websockets.frames import CloseCode

from carmp_desktop.core import remarks
from carmp_desktop.core.mirror.state import (
    Broken,
    in_the_clear,
    no_address,
    no_token,
    not_reached,
    refused,
    untrusted,
)
from carmp_desktop.core.problems import fill

_LOG = logging.getLogger("carmp.mirror")
_LOG.setLevel(logging.WARNING)  # what is below it names headers, and so the token

_LARGEST_ANSWER = 1 << 20
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_REFUSALS = frozenset(
    {
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.NOT_FOUND,
        HTTPStatus.METHOD_NOT_ALLOWED,
        HTTPStatus.GONE,
        HTTPStatus.UPGRADE_REQUIRED,
    }
)


@dataclass(frozen=True, slots=True)
class Remote:
    """Where events go; ``token`` is empty where none is to be shown."""

    url: str
    token: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds for which the mirror waits on a remote.

    ``opening`` for a connection to stand, ``answer`` for it to take one message or answer a ping
    (slow readers are common, and a half-open connection looks the same), ``alive`` between two
    pings while nothing is sent, ``closing`` for it to say good-bye.
    """

    opening: float = 10.0
    answer: float = 90.0
    alive: float = 20.0
    closing: float = 1.0


class Line:
    """A connection that stands."""

    def __init__(self, remote: Remote, socket: ClientConnection, patience: Patience) -> None:
        self._remote = remote
        self._socket = socket
        self._patience = patience
        self.ended = asyncio.get_running_loop().create_task(self._discard())

    async def send(self, text: str) -> None:
        """Send one text message; returns when the system has taken it. Raises `Broken`."""
        await self._in_time(self._socket.send(text))

    async def confirm(self) -> None:
        """Wait until the remote has read everything sent so far. Raises `Broken`."""
        await self._in_time(self._answered())

    def check(self) -> None:
        """Raise `Broken` where the connection has ended."""
        if self.ended.done():
            raise Broken(not_reached(self._remote.url, _farewell(self._socket)))

    async def close(self) -> bool:
        """Say good-bye; whether the remote did too, so that nothing was lost on the way."""
        await self._socket.close()
        await asyncio.wait([self.ended])
        return self._socket.protocol.close_rcvd is not None

    async def _answered(self) -> None:
        await (await self._socket.ping())

    async def _in_time(self, work: Awaitable[None]) -> None:
        try:
            async with asyncio.timeout(self._patience.answer):
                await work
        except TimeoutError as error:
            raise Broken(not_reached(self._remote.url, remarks.ANSWERS_NO_LONGER)) from error
        except ConnectionClosed as error:
            reason = _farewell(self._socket)
            raise Broken(not_reached(self._remote.url, reason)) from error

    async def _discard(self) -> None:
        """Read what nobody asked for: unread, it would hold up the answers to our pings."""
        with contextlib.suppress(ConnectionClosed):
            async for _ in self._socket:
                pass


@asynccontextmanager
async def connected(
    remote: Remote,
    patience: Patience,
    trust: Callable[[], Awaitable[ssl.SSLContext]],
) -> AsyncIterator[Line]:
    """A connection, closed in the end. Raises `Broken` where there is none to be had."""
    socket = await _open(remote, patience, trust)
    line = Line(remote, socket, patience)
    try:
        yield line
    finally:
        await line.close()


async def _open(
    remote: Remote, patience: Patience, trust: Callable[[], Awaitable[ssl.SSLContext]]
) -> ClientConnection:
    is_secure = _check(remote)
    headers = {"Authorization": f"Bearer {remote.token}"} if remote.token else None
    try:
        return await connect(
            remote.url,
            additional_headers=headers,
            ssl=await trust() if is_secure else None,
            open_timeout=patience.opening,
            ping_interval=patience.alive,
            ping_timeout=patience.answer,
            close_timeout=patience.closing,
            max_size=_LARGEST_ANSWER,
            user_agent_header="carmp-desktop",
            logger=_LOG,
        )
    except ssl.SSLCertVerificationError as error:
        problem = untrusted(remote.url, error.verify_message or remarks.NO_REASON)
        raise Broken(problem, is_refusal=True) from error
    except InvalidURI as error:
        raise Broken(no_address(), is_refusal=True) from error
    except InvalidStatus as error:
        raise _unwelcome(remote, error.response.status_code) from error
    except (ProxyError, ImportError) as error:  # the latter for a SOCKS proxy
        raise Broken(not_reached(remote.url, remarks.PROXY_REFUSES)) from error
    except (InvalidHandshake, WebSocketException) as error:
        raise Broken(refused(remote.url, remarks.NO_WEBSOCKET), is_refusal=True) from error
    except (OSError, TimeoutError, EOFError) as error:
        raise Broken(not_reached(remote.url, _reason(error))) from error


def _check(remote: Remote) -> bool:
    """Whether the address is an encrypted one. Raises `Broken` for one that must not be used."""
    try:
        parts = urlsplit(remote.url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise Broken(no_address(), is_refusal=True) from error
    if parts.scheme not in ("ws", "wss") or not host:
        raise Broken(no_address(), is_refusal=True)
    if not (remote.token.isascii() and remote.token.isprintable()):
        raise Broken(no_token(remote.url), is_refusal=True)
    if remote.token and parts.scheme == "ws" and host not in _LOOPBACK:
        raise Broken(in_the_clear(remote.url), is_refusal=True)
    return parts.scheme == "wss"


def _unwelcome(remote: Remote, status: int) -> Broken:
    reason = f"HTTP {status}"
    if status in _REFUSALS:
        return Broken(refused(remote.url, reason), is_refusal=True)
    return Broken(not_reached(remote.url, reason))


def _farewell(socket: ClientConnection) -> str:
    """Why a connection has ended, in a few words; the remote's own text stays out."""
    code = socket.close_code
    if code in (None, CloseCode.ABNORMAL_CLOSURE):
        return remarks.CUT
    return fill(remarks.CLOSED, {"code": str(code)})


def _reason(error: BaseException) -> str:
    """Why there is no connection; the system's words for it where we have none of our own."""
    if isinstance(error, TimeoutError):
        return remarks.NOBODY_ANSWERS
    if isinstance(error, ConnectionRefusedError):
        return remarks.NOBODY_LISTENS
    if isinstance(error, gaierror):
        return remarks.NO_SUCH_HOST
    if isinstance(error, ssl.SSLError):  # whose number is no number of the system
        return remarks.NO_TRUST
    if isinstance(error, OSError) and error.errno:
        return os.strerror(error.errno)
    return remarks.NOT_REACHABLE  # at none of its addresses, where it has several
