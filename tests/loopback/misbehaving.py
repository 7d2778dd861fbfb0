"""Answers gone wrong: what each kind of fault does to a request, its answer and its connection."""

from __future__ import annotations

import asyncio
import os
import socket
import struct
from collections.abc import Awaitable, Callable

from aiohttp import web

from tests.loopback.faults import Fault
from tests.loopback.pictures import draw

DELIVERS = web.ResponseKey("delivers", str)
"""Marks an answer that carries a prediction's own whole image, with the prediction's id."""

_LOOK_EVERY = 0.02
_LINGER = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)


async def misbehave(
    fault: Fault, request: web.Request, handle: Callable[[], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Answer as the fault says; ``handle`` does what was asked."""
    match fault.kind:
        case "status":
            return _status(fault)
        case "dropped":
            return _cut(request, web.Response())
        case "rst":
            return _cut(request, web.Response(), reset=True)
        case "hang":
            return await _until_gone(request, web.Response())
        case "delay":
            await asyncio.sleep(fault.seconds)
    return await _spoil(fault, request, await handle())


async def _spoil(
    fault: Fault, request: web.Request, answer: web.StreamResponse
) -> web.StreamResponse:
    match fault.kind:
        case "answer_lost":
            return _cut(request, answer)
        case "answer_held":
            return await _until_gone(request, answer)
        case "html":
            return web.Response(text="<html><body>Busy</body></html>", content_type="text/html")
        case "jpeg":
            return web.Response(body=draw("", "jpeg", "JPEG"), content_type="image/jpeg")
        case "short":
            return web.Response(body=_half(answer), content_type="image/png")
        case "truncated" | "rst_midway" | "stalled":
            return await _send_half(fault, request, answer)
        case "trickle":
            return await _send_slowly(fault, request, answer)
    return answer


async def send(request: web.Request, answer: web.StreamResponse, last: bytes = b"") -> None:
    """Send an answer to its last byte; returns when the system has taken every one of them.

    Raises `ConnectionError` when the client is gone.
    """
    if request.transport is not None:
        request.transport.set_write_buffer_limits(high=1)
    await answer.prepare(request)
    await answer.write_eof(last)


async def _send_half(
    fault: Fault, request: web.Request, answer: web.StreamResponse
) -> web.StreamResponse:
    sent = await _begin(request, answer)
    await sent.write(_half(answer))
    if fault.kind == "stalled":
        return await _until_gone(request, sent)
    return _cut(request, sent, reset=fault.kind == "rst_midway")


async def _send_slowly(
    fault: Fault, request: web.Request, answer: web.StreamResponse
) -> web.StreamResponse:
    whole = _body(answer)
    sent = await _begin(request, answer)
    for place in range(len(whole) - 1):
        await sent.write(whole[place : place + 1])
        await asyncio.sleep(fault.seconds)
    await send(request, sent, whole[-1:])
    if DELIVERS in answer:
        sent[DELIVERS] = answer[DELIVERS]
    return sent


async def _begin(request: web.Request, answer: web.StreamResponse) -> web.StreamResponse:
    sent = web.StreamResponse(status=answer.status, headers=answer.headers)
    sent.content_length = len(_body(answer))
    await sent.prepare(request)
    return sent


async def _until_gone(request: web.Request, answer: web.StreamResponse) -> web.StreamResponse:
    while request.transport is not None:  # noqa: ASYNC110 - a handler is not told of it
        await asyncio.sleep(_LOOK_EVERY)
    return _undelivered(answer)


def _cut(
    request: web.Request, answer: web.StreamResponse, *, reset: bool = False
) -> web.StreamResponse:
    if request.transport is not None:
        if reset:
            connection = request.transport.get_extra_info("socket")
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER)
        request.transport.abort()
    return _undelivered(answer)


def _undelivered(answer: web.StreamResponse) -> web.StreamResponse:
    if DELIVERS in answer:
        del answer[DELIVERS]
    return answer


def _body(answer: web.StreamResponse) -> bytes:
    assert isinstance(answer, web.Response)
    assert isinstance(answer.body, bytes)
    return answer.body


def _half(answer: web.StreamResponse) -> bytes:
    whole = _body(answer)
    return whole[: len(whole) // 2]


def _status(fault: Fault) -> web.Response:
    if isinstance(fault.body, str):
        return web.Response(
            text=fault.body, status=fault.status, headers=fault.headers, content_type="text/html"
        )
    return web.json_response(fault.body, status=fault.status, headers=fault.headers)
