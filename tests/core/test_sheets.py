"""Sheets over real HTTP on loopback: whatever an address does, presets come with the reason."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from aiohttp import web

from carmp_desktop.core.presets import Origin, Presets, Prompts, Sheet
from carmp_desktop.core.sheet_parser import parse_sheet
from carmp_desktop.core.sheets import SheetReader

BUILT_IN = Path(__file__).parents[2] / "resources" / "presets"
COLORS = "color_key,color_label,prompt_value,enabled\nteal,Teal,Teal #008080 (solid),TRUE\n"

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


async def a_sheet(_request: web.Request) -> web.StreamResponse:
    return web.Response(text=COLORS, content_type="text/csv")


async def a_redirect(request: web.Request) -> web.StreamResponse:
    if "there" in request.query:
        return await a_sheet(request)
    raise web.HTTPFound(f"{request.path}?there=1")


async def a_circle(request: web.Request) -> web.StreamResponse:
    raise web.HTTPFound(request.path)


async def a_web_page(_request: web.Request) -> web.StreamResponse:
    return web.Response(text="\n <!DOCTYPE html><p>Sign in</p>", content_type="text/csv")


async def nothing_found(_request: web.Request) -> web.StreamResponse:
    raise web.HTTPNotFound


async def too_much(_request: web.Request) -> web.StreamResponse:
    return web.Response(body=b"x" * (5 << 20), content_type="text/csv")


async def an_old_encoding(_request: web.Request) -> web.StreamResponse:
    return web.Response(body=COLORS.replace("Teal", "Grün").encode("cp1252"))


async def an_endless_trickle(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    while request.transport is not None and not request.transport.is_closing():
        await response.write(b"a")
        await asyncio.sleep(0.02)
    return response


def read_colors(cache: Path, *answers: Answer, seconds: float = 10) -> list[Presets]:
    """One reading per answer, all from the same address of the color sheet."""

    async def read_all() -> list[Presets]:
        left = list(answers)

        async def answer(request: web.Request) -> web.StreamResponse:
            return await left[0](request)

        app = web.Application()
        app.router.add_get("/colors", answer)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            port = runner.addresses[0][1]
            reader = SheetReader(cache, BUILT_IN, seconds=seconds)
            urls = dict.fromkeys(Sheet, (BUILT_IN / "none").as_uri())
            urls[Sheet.COLORS] = f"http://127.0.0.1:{port}/colors"
            readings = []
            while left:
                readings.append(await reader.read(urls))
                left.pop(0)
            return readings
        finally:
            await runner.cleanup()

    return asyncio.run(read_all())


@pytest.mark.parametrize("answer", [a_sheet, a_redirect])
def test_a_sheet_is_read_from_its_address(tmp_path: Path, answer: Answer) -> None:
    (presets,) = read_colors(tmp_path, answer)

    assert [color.key for color in presets.colors] == ["teal"]
    assert presets.sources[-1].origin is Origin.SHEET
    assert presets.sources[-1].reason == ""


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (a_web_page, "is the sheet still published?"),
        (nothing_found, "HTTP 404"),
        (a_circle, "in a circle"),
        (too_much, "larger than 4 MB"),
        (an_old_encoding, "no UTF-8 text"),
    ],
)
def test_the_last_good_copy_stands_in_and_the_reason_is_told(
    tmp_path: Path, answer: Answer, reason: str
) -> None:
    fresh, stale = read_colors(tmp_path, a_sheet, answer)

    assert stale.colors == fresh.colors
    assert stale.sources[-1].origin is Origin.LAST_COPY
    assert stale.sources[-1].read_at == fresh.sources[-1].read_at
    assert reason in stale.sources[-1].reason


def test_an_address_that_trickles_forever_is_given_up(tmp_path: Path) -> None:
    (presets,) = read_colors(tmp_path, an_endless_trickle, seconds=0.5)

    assert presets.sources[-1].origin is Origin.BUILT_IN
    assert "did not answer within" in presets.sources[-1].reason


@pytest.mark.parametrize(
    "url", ["", "http://[bad", "file:///a%00b", "http://127.0.0.1:99999/", "gopher://127.0.0.1/x"]
)
def test_an_impossible_address_never_raises(tmp_path: Path, url: str) -> None:
    presets = asyncio.run(SheetReader(tmp_path, BUILT_IN).read(dict.fromkeys(Sheet, url)))

    assert {source.origin for source in presets.sources} == {Origin.BUILT_IN}
    assert all(source.reason for source in presets.sources)


def test_a_copy_of_another_address_is_not_used(tmp_path: Path) -> None:
    read_colors(tmp_path, a_sheet)
    elsewhere = dict.fromkeys(Sheet, "http://127.0.0.1:9/elsewhere")

    presets = SheetReader(tmp_path, BUILT_IN).read_offline(elsewhere)

    assert presets.sources[-1].origin is Origin.BUILT_IN


def test_a_row_without_a_value_takes_no_key_from_a_later_one() -> None:
    header, teal = COLORS.splitlines()

    parsed = parse_sheet(Sheet.COLORS, f"{header}\nteal,Teal,,TRUE\n{teal}\n")

    assert [color.hex for color in parsed.colors] == ["#008080"]
    assert [(problem.row, problem.column) for problem in parsed.problems] == [(2, "prompt_value")]


def test_a_row_that_breaks_the_csv_is_named_by_its_place_in_the_sheet() -> None:
    parsed = parse_sheet(Sheet.COLORS, f"{COLORS}\n\nred,Red,{'x' * (2 << 20)}")

    assert [problem.row for problem in parsed.problems] == [5]


def test_of_two_columns_with_one_name_the_first_is_read() -> None:
    parsed = parse_sheet(Sheet.COLORS, "color_key,prompt_value,prompt_value\nteal,one,two\n")

    assert parsed.colors[0].prompt_value == "one"


def test_global_prompts_without_their_rows_are_not_replaced_by_others(tmp_path: Path) -> None:
    sheet = tmp_path / "prompts.csv"
    urls = dict.fromkeys(Sheet, (BUILT_IN / "none").as_uri()) | {Sheet.PROMPTS: sheet.as_uri()}
    reader = SheetReader(tmp_path / "cache", BUILT_IN)
    sheet.write_bytes((BUILT_IN / "global_prompts.csv").read_bytes())
    good = asyncio.run(reader.read(urls))
    sheet.write_text("key,prompt_template\nangle_generatoin,see {{ANGLE_DESC}}\n")

    emptied = asyncio.run(reader.read(urls))

    assert emptied.sources[0].origin is Origin.SHEET
    assert emptied.prompts == Prompts()
    assert reader.read_offline(urls).prompts == good.prompts != Prompts()
