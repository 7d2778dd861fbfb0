"""Every file the program writes is named in the contracts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from carmp_desktop.core.model import EngineName
from tests.window.conftest import Desk, OpenDesk
from tests.window.walk import until

CONTRACTS = Path(__file__).resolve().parents[2] / "docs" / "contracts.md"


def named() -> tuple[str, ...]:
    """What the table of files begins its lines with, up to what is different each time."""
    table = CONTRACTS.read_text(encoding="utf-8").partition("## On disk")[2]
    return tuple(name.partition("<")[0] for name in _names(table))


def _names(table: str) -> Iterator[str]:
    for line in table.splitlines():
        if line.startswith("| `"):
            yield from re.findall(r"`([^`]+)`", line.split("|")[1])


async def test_what_lies_in_a_profile_is_what_the_contracts_say(
    open_desk: OpenDesk, photos: list[Path], tmp_path: Path
) -> None:
    async with open_desk(debug_mp=True) as desk:
        for engine in (EngineName.REPLICATE, EngineName.STUDIO):
            desk.window.panel.engine_chosen.emit(engine)
            await until(lambda engine=engine: desk.window.panel.request().engine is engine, desk)
            await made(desk, photos)
        await exported(desk, tmp_path / "out")
        root = desk.profile.data
        files = [file.relative_to(root) for file in root.rglob("*") if file.is_file()]
    assert [str(file) for file in files if not file.as_posix().startswith(named())] == []
    said = {name for name in named() if any(f.as_posix().startswith(name) for f in files)}
    assert {"carmp.db", "scenes/", "choices.json", "export.json", "logs/carmp.log"} <= said


async def made(desk: Desk, photos: list[Path]) -> None:
    if not desk.window.panel.photos():
        await desk.drop(photos)
    desk.window.panel.select(("front_0",), ())
    await desk.generate()


async def exported(desk: Desk, place: Path) -> None:
    exports = desk.window.exports
    exports.open_batch(desk.window.batches.pages[0].batch)
    await until(lambda: exports.dialog is not None, desk)
    dialog = exports.dialog
    assert dialog is not None
    dialog.form.place.line.setText(str(place))
    dialog.form.place.edited.emit()
    await until(lambda: dialog.plan is not None, desk)
    dialog._write()
    await until(lambda: exports.dialog is None, desk)
