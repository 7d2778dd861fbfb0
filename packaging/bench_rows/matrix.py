"""A matrix of 24 × 30: how long until it stands in the window, and how long a scroll step takes."""

from __future__ import annotations

import asyncio
import statistics
from dataclasses import replace
from functools import partial
from pathlib import Path

from measure import ROOT, at_most, percentile, tell, took
from PIL import Image
from program import Desk, in_window, opened, until
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem
from service import service

from carmp_desktop.core.model import Batch, BatchRequest, JobStatus
from carmp_desktop.core.photos import open_photo
from carmp_desktop.core.planning import plan_batch

ANGLES, COLORS = 24, 30
_TURNS = 7
_STEPS = 60
_BUILT_MS, _STEP_MS = 60.0, 8.0


async def main(place: Path) -> None:
    """Build it some times, then scroll through one whose images are all there."""
    with service(seconds=0, angles=ANGLES, colors=COLORS) as server:
        environment = server.environment
        async with opened(place / "profile", environment) as desk:
            ours, bare = [], []
            for _ in range(_TURNS):
                batch = _planned(desk, place)
                ours.append(took(lambda batch=batch: _show(desk, batch)) * 1000)
                bare.append(took(lambda: _show_bare(desk)) * 1000)
                await asyncio.sleep(0)
            best, least = min(ours), min(bare)
            what = f"matrix of {ANGLES} × {COLORS}, built and shown"
            beside = f"a bare QTableWidget {least:.0f} ms: {best / least:.2f} times"
            tell(at_most(what, best, _BUILT_MS, "ms", beside=beside, digits=0))
            steps = await _scrolled(desk, batch, place)
            beside = f"99th percentile {percentile(steps, 0.99):.1f} ms"
            usual = statistics.median(steps)
            tell(at_most("… a scroll step", usual, _STEP_MS, "ms", beside=beside, digits=1))


def _planned(desk: Desk, place: Path) -> Batch:
    presets = desk.jobs.market.presets
    photo = open_photo(ROOT / "resources" / "samples" / "sample_side.jpg", place / "thumbs").photo
    request = BatchRequest(
        photos=(photo,), angles=presets.angles, colors=presets.colors, car="BMW 1 M"
    )
    return plan_batch(request, presets.prompts)


def _show(desk: Desk, batch: Batch) -> None:
    """Until every pixel of the window is painted."""
    desk.window.desk.show_new(batch)
    QCoreApplication.sendPostedEvents()
    desk.window.repaint()


def _show_bare(desk: Desk) -> None:
    """The least that Qt can do: a table of plain texts."""
    table = QTableWidget(ANGLES, COLORS + 1)
    for row in range(ANGLES):
        for column in range(COLORS + 1):
            table.setItem(row, column, QTableWidgetItem(f"{row} {column}"))
    table.resize(desk.window.size())
    table.show()
    QCoreApplication.sendPostedEvents()
    table.repaint()
    table.close()
    table.deleteLater()


async def _scrolled(desk: Desk, batch: Batch, place: Path) -> list[float]:
    """Milliseconds of each step down and up again, every card in sight with its image."""
    page = desk.window.batches.page(batch.id)
    for number, job in enumerate(batch.jobs):
        file = place / f"{number}.jpg"
        Image.new("RGB", (256, 146), (number % 256, 60, 90)).save(file)
        cell = page.matrix.cell_state(job.key)
        done = replace(cell, status=JobStatus.COMPLETED, image=file, thumb=file)
        page.matrix.update_cell(done)
    bar, steps = page.matrix.verticalScrollBar(), []
    for direction in (1, -1):
        for _ in range(_STEPS):
            place_before = bar.value()
            step = took(partial(_step, desk, direction)) * 1000
            if bar.value() != place_before:
                steps.append(step)
            await until(lambda: not desk.window.loader.pending)
    return steps


def _step(desk: Desk, direction: int) -> None:
    page = desk.window.batches.current
    assert page is not None
    bar = page.matrix.verticalScrollBar()
    bar.setValue(bar.value() + direction * bar.singleStep())
    page.matrix.viewport().repaint()


if __name__ == "__main__":
    in_window(main)
