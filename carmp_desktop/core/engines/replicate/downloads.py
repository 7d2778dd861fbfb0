"""Fetching finished images: a client of its own that carries no token, straight into a file.

A GET is free to repeat, so whatever breaks is tried again until the file is whole: the length the
server named has arrived, and the bytes begin and end as their format must. Only "it is gone" ends
the trying early.
"""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import httpx
from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception_type,
    stop_after_delay,
    wait_exponential_jitter,
)

from carmp_desktop.core.crash_points import reach
from carmp_desktop.core.engines.door import Told
from carmp_desktop.core.engines.replicate import problems
from carmp_desktop.core.gallery import unwritable
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.remarks import DOWNLOADING_AGAIN

_LIMITS = httpx.Limits(max_connections=None, max_keepalive_connections=4)
_TIMEOUT = httpx.Timeout(30.0, connect=10.0, pool=None)
_KEEP_TRYING = 60 * 60.0
_FAULTS_WORTH_TELLING = 3
_GONE = frozenset({403, 404, 410})
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_HEAD = 16
_TAIL = 64


class Incomplete(Exception):
    """A download that must be tried again."""


_WORTH_REPEATING = (Incomplete, httpx.TransportError, httpx.DecodingError)


class Downloads:
    """Downloads without any token; open as long as the engine."""

    def __init__(self, tls: ssl.SSLContext, *, keep_trying: float = _KEEP_TRYING) -> None:
        self._keep_trying = keep_trying
        self._client = httpx.AsyncClient(
            verify=tls, limits=_LIMITS, timeout=_TIMEOUT, follow_redirects=True
        )

    async def fetch(self, url: str, part: Path, told: Told) -> str:
        """Fetch an image into ``part``; the answer is the file ending its bytes deserve.

        ``told`` hears that it has to be tried again. Raises `Failure` when the image is gone, when
        the address is none to be trusted, when the disk refuses, or after an hour.
        """
        address = _address(url)
        attempts = AsyncRetrying(
            retry=retry_if_exception_type(_WORTH_REPEATING),
            wait=wait_exponential_jitter(multiplier=0.3, max=20.0, jitter=0.5),
            stop=stop_after_delay(self._keep_trying),
            before_sleep=partial(_tell, told),
            reraise=True,
        )
        try:
            suffix: str = await attempts(self._fetch_once, address, part)
        except OSError as error:
            raise Failure(unwritable(part.parent, error)) from error
        except (Incomplete, httpx.HTTPError) as error:
            raise Failure(problems.download_failed(str(error) or type(error).__name__)) from error
        return suffix

    async def aclose(self) -> None:
        """Close every connection."""
        await self._client.aclose()

    async def _fetch_once(self, url: httpx.URL, part: Path) -> str:
        reach("download.before")
        async with self._client.stream("GET", url) as response:
            if response.status_code in _GONE:
                raise Failure(problems.RESULT_GONE)
            if response.status_code != 200:
                raise Incomplete(f"HTTP {response.status_code}")
            part.parent.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as file:
                async for chunk in response.aiter_bytes():
                    file.write(chunk)
                    reach("download.first_bytes")
                reach("download.all_bytes")
                received = file.tell()
            named = response.headers.get("content-length")
            plain = "content-encoding" not in response.headers
        if plain and named is not None and received != int(named):
            raise Incomplete(f"{received} of {named} bytes")
        suffix = suffix_of(part)
        if not suffix:
            raise Incomplete("no whole image")
        reach("download.whole")
        return suffix


def _address(url: str) -> httpx.URL:
    """Where the image is. Raises `Failure` for an address that is none, or none to be trusted."""
    try:
        address = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise Failure(problems.NO_OUTPUT) from error
    if address.scheme != "https" and address.host not in _LOOPBACK:
        raise Failure(problems.NO_OUTPUT)
    return address


def _tell(told: Told, state: RetryCallState) -> None:
    """Say what the image waits for, when that is more than a hiccup."""
    if state.attempt_number >= _FAULTS_WORTH_TELLING:
        rest = timedelta(seconds=_KEEP_TRYING - (state.seconds_since_start or 0.0))
        told(DOWNLOADING_AGAIN, datetime.now(UTC) + rest)


def suffix_of(file: Path) -> str:
    """The ending a file's bytes deserve, or "" where they are no whole PNG, JPEG or WebP."""
    size = file.stat().st_size
    with file.open("rb") as stream:
        head = stream.read(_HEAD)
        stream.seek(max(0, size - _TAIL))
        tail = stream.read()
    if head.startswith(b"\x89PNG\r\n\x1a\n") and b"IEND" in tail:
        return ".png"
    if head.startswith(b"\xff\xd8\xff") and b"\xff\xd9" in tail:
        return ".jpg"
    is_webp = head.startswith(b"RIFF") and head[8:12] == b"WEBP"
    if is_webp and int.from_bytes(head[4:8], "little") + 8 <= size:
        return ".webp"
    return ""
