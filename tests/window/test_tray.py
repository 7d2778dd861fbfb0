"""From the jobs tray: a job under way is canceled, and a row leads to its card."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from carmp_desktop.core.model import JobStatus
from carmp_desktop.qt.tray.list import JobsList
from tests.loopback import Fault, StandIn
from tests.window.conftest import OpenDesk, heard


async def test_a_job_is_canceled_by_key_and_the_others_go_on(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    server.seconds = 1.5
    async with open_desk() as desk:
        await desk.drop(photos)
        desk.window.panel.select(["front_0", "side_90"], [])
        desk.window.panel.set_auto_colorize(False)
        batch = desk.press()
        await heard(
            desk.jobs.marketplaceJobUpdated, lambda e: e.cell.status is JobStatus.PROCESSING
        )
        desk.window.tray.unfold()
        rows = desk.window.tray.findChild(JobsList)
        assert rows is not None
        rows.setCurrentIndex(rows.model().index(0))
        rows.setFocus()
        canceled = rows._current.cell.key
        QTest.keyClick(rows, Qt.Key.Key_Delete)
        await desk.ended(batch)

        ends = {key: cell.status for key, cell in desk.window.batches.current.matrix.cells.items()}
        (other,) = set(ends) - {canceled}
        assert ends == {canceled: JobStatus.CANCELED, other: JobStatus.COMPLETED}


async def test_a_row_leads_to_its_card(
    open_desk: OpenDesk, photos: list[Path], server: StandIn
) -> None:
    server.break_(Fault("create", "status", status=422, nth=1))
    async with open_desk() as desk:
        await desk.drop(photos)
        desk.window.panel.select(["front_0", "side_90"], [])
        desk.window.panel.set_auto_colorize(False)
        await desk.generate()
        desk.window.tray.unfold()
        rows = desk.window.tray.findChild(JobsList)
        assert rows is not None
        rows.setCurrentIndex(rows.model().index(0))
        failed = rows._current
        assert failed is not None
        QTest.keyClick(rows, Qt.Key.Key_Return)
        matrix = desk.window.batches.current.matrix
        assert matrix.current_key == failed.cell.key
        assert matrix.hasFocus()
