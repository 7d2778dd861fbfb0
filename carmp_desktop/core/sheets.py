"""Fetches the three sheets and falls back, sheet by sheet: address, last good copy, built-in copy.

A fetched sheet counts only when it can be used; then it becomes the last good copy. Why a sheet is
not fresh is told in one sentence with its source. The copies are read before the window stands:
what only a fetch needs is imported with it.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from carmp_desktop.core.only_asyncio import spare_the_search
from carmp_desktop.core.presets import Origin, Presets, Sheet, SheetSource
from carmp_desktop.core.sheet_parser import Parsed, parse_sheet
from carmp_desktop.core.whole_files import put_whole

if TYPE_CHECKING:
    import httpx

_SECONDS = 10.0
_LARGEST = 4 << 20
_FILES = {
    Sheet.PROMPTS: "global_prompts.csv",
    Sheet.ANGLES: "angle_presets.csv",
    Sheet.COLORS: "color_presets.csv",
}


class Unreadable(Exception):
    """A sheet that cannot be had from its address; the message is one sentence."""


class SheetReader:
    """Reads sheets for one profile: ``cache`` keeps last copies, ``built_in`` ships with us."""

    def __init__(self, cache: Path, built_in: Path, *, seconds: float = _SECONDS) -> None:
        """``seconds`` is how long one sheet may take as a whole, redirects and body included."""
        self._cache = cache
        self._built_in = built_in
        self._seconds = seconds

    async def read(self, urls: Mapping[Sheet, str]) -> Presets:
        """Read all three at once from their addresses (http, https or file). Never raises."""
        import httpx

        spare_the_search()
        async with httpx.AsyncClient(follow_redirects=True, timeout=self._seconds) as client:
            read = [self._read_one(client, sheet, url) for sheet, url in urls.items()]
            return _together(await asyncio.gather(*read))

    def read_offline(self, urls: Mapping[Sheet, str]) -> Presets:
        """What can be had without any network: last good copies, else the built-in ones."""
        return _together([self._fall_back(sheet, url, "") for sheet, url in urls.items()])

    async def _read_one(
        self, client: httpx.AsyncClient, sheet: Sheet, url: str
    ) -> tuple[Parsed, SheetSource]:
        try:
            async with asyncio.timeout(self._seconds):
                text = await _fetch(client, url)
            parsed = parse_sheet(sheet, text)
            if not parsed.is_usable:
                raise Unreadable(parsed.problems[-1].describe())
        except TimeoutError:
            reason = f"The address did not answer within {self._seconds:.0f} seconds."
            return await asyncio.to_thread(self._fall_back, sheet, url, reason)
        except Unreadable as unreadable:
            return await asyncio.to_thread(self._fall_back, sheet, url, str(unreadable))
        now = datetime.now(UTC)
        if not parsed.is_good:
            return parsed, SheetSource(sheet, Origin.SHEET, url, now)
        problem = await asyncio.to_thread(self._keep, sheet, url, text, now)
        return parsed, SheetSource(sheet, Origin.SHEET, url, now, problem)

    def _keep(self, sheet: Sheet, url: str, text: str, now: datetime) -> str:
        """Make a good sheet the last copy; the answer says why it could not be, or nothing."""
        copy = (self._cache / _FILES[sheet]).with_suffix(".json")
        kept = json.dumps({"url": url, "read_at": now.isoformat(), "text": text})
        try:
            put_whole(copy, kept.encode())
        except OSError as error:
            return f"The copy for later could not be kept: {error.strerror or error}."
        return ""

    def _fall_back(self, sheet: Sheet, url: str, reason: str) -> tuple[Parsed, SheetSource]:
        copy = self._last_copy(sheet, url)
        if copy is not None:
            text, read_at = copy
            parsed = parse_sheet(sheet, text)
            return parsed, SheetSource(sheet, Origin.LAST_COPY, url, read_at, reason)
        text = (self._built_in / _FILES[sheet]).read_text(encoding="utf-8")
        return parse_sheet(sheet, text), SheetSource(sheet, Origin.BUILT_IN, url, None, reason)

    def _last_copy(self, sheet: Sheet, url: str) -> tuple[str, datetime] | None:
        """The last good copy of this very address; a damaged one counts as none."""
        file = (self._cache / _FILES[sheet]).with_suffix(".json")
        try:
            kept = json.loads(file.read_text(encoding="utf-8"))
            if kept["url"] != url:
                return None
            return str(kept["text"]), datetime.fromisoformat(kept["read_at"])
        except (OSError, ValueError, KeyError, TypeError):
            return None


async def _fetch(client: httpx.AsyncClient, url: str) -> str:
    """The sheet's text. Raises `Unreadable` with one sentence."""
    parts = _address(url)
    if parts.scheme == "file":
        body, kind = await asyncio.to_thread(_read_file, parts.path), ""
    elif parts.scheme in ("http", "https"):
        body, kind = await _download(client, url)
    else:
        raise Unreadable("The address begins with neither https nor file.")
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("The sheet is no UTF-8 text; save it as CSV in UTF-8.") from error
    start = text.lstrip()[:200].lower()
    if "html" in kind or start.startswith(("<!doctype", "<html", "<head")):
        raise Unreadable("The address answers with a web page; is the sheet still published?")
    return text


def _address(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port  # read for its check: a port that cannot be is told here, not by a socket
    except ValueError as error:
        raise Unreadable("The address is not a valid one.") from error
    return parts


async def _download(client: httpx.AsyncClient, url: str) -> tuple[bytes, str]:
    import httpx

    try:
        async with client.stream("GET", url) as response:
            if response.status_code != 200:
                raise Unreadable(f"The address answers with HTTP {response.status_code}.")
            body = bytearray()
            async for chunk in response.aiter_bytes():
                body += chunk
                if len(body) > _LARGEST:
                    raise Unreadable("The sheet is larger than 4 MB.")
            return bytes(body), response.headers.get("content-type", "")
    except httpx.TimeoutException as error:
        raise TimeoutError from error
    except httpx.TooManyRedirects as error:
        raise Unreadable("The address sends in a circle.") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise Unreadable("The address cannot be reached.") from error


def _read_file(path: str) -> bytes:
    from urllib.request import url2pathname

    file = Path(url2pathname(path))
    try:
        if file.stat().st_size > _LARGEST:
            raise Unreadable("The sheet is larger than 4 MB.")
        return file.read_bytes()
    except OSError as error:
        raise Unreadable(f"The file cannot be read: {error.strerror or error}.") from error
    except ValueError as error:
        raise Unreadable("The address is not a valid one.") from error


def _together(read: list[tuple[Parsed, SheetSource]]) -> Presets:
    by_sheet = {parsed.sheet: parsed for parsed, _ in read}
    return Presets(
        angles=by_sheet[Sheet.ANGLES].angles,
        colors=by_sheet[Sheet.COLORS].colors,
        prompts=by_sheet[Sheet.PROMPTS].prompts,
        sources=tuple(source for _, source in read),
        problems=tuple(problem for parsed, _ in read for problem in parsed.problems),
    )
