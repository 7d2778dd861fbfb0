"""Builds the objects of the windowed program, hands them to each other, and takes them down.

Order of the end: the window asks, the job manager cancels and waits, the core closes its
connections and its database, its thread ends, the window goes.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys

from PySide6.QtWidgets import QApplication

from carmp_desktop import __version__
from carmp_desktop.arguments import profile_of, wants_debug_mp
from carmp_desktop.core import log
from carmp_desktop.core.gallery import safe_name
from carmp_desktop.core.limits import lift_file_limit
from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.paths import APP_NAME
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.samples import CAR
from carmp_desktop.core.secrets import TokenKeeper
from carmp_desktop.core.settings import SettingsFile
from carmp_desktop.core.thread import CoreThread
from carmp_desktop.qt import loop
from carmp_desktop.qt.errand import Errand, Wanted
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.scheme import Scheme
from carmp_desktop.qt.start_failure import show_start_failure
from carmp_desktop.qt.window import MainWindow

COULD_NOT_START = 2


def run_window(options: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; the answer is the exit code."""
    if not has_display():
        if not options.demo:
            print("carmp-desktop: There is no display. Try --demo, or batch.", file=sys.stderr)
            return COULD_NOT_START
        show_without_display(options)
    app = QApplication.instance() or QApplication([APP_NAME])
    assert isinstance(app, QApplication)
    app.setApplicationName("carmp-desktop")
    app.setApplicationDisplayName(APP_NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("carmp-desktop")
    app.setQuitOnLastWindowClosed(False)
    lift_file_limit()
    reports = Reports()
    return loop.run(app, lambda: _main(app, options, reports), reports)


def has_display() -> bool:
    """Whether a window can be shown, or somebody has said how to do without."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def show_without_display(options: argparse.Namespace) -> None:
    """Let the demonstration run on no screen: a picture of the window, and then the end."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    profile = profile_of(options)
    options.screenshot = options.screenshot or profile.data / "demo.png"
    options.quit_when_done = True
    print("There is no display, so the window is drawn into a picture.")
    print(f"The window: {options.screenshot}")
    print(f"The images: {profile.gallery / safe_name(CAR)}")


class Reports:
    """Where unforeseen errors go: to the log, until there is a window that can tell of them."""

    def __init__(self) -> None:
        self.to: loop.Report = lambda error: log.LOG.error("unforeseen", exc_info=error)

    def __call__(self, error: BaseException) -> None:
        """Pass an error on."""
        self.to(error)


async def _main(app: QApplication, options: argparse.Namespace, reports: Reports) -> int:
    profile = profile_of(options)
    scheme = Scheme(app)
    core = CoreThread()
    core.start()
    try:
        opening = Marketplace.open(
            profile,
            keeper=TokenKeeper(os.environ),
            settings=SettingsFile(profile.settings, os.environ),
        )
        market = await asyncio.wrap_future(core.submit(opening))
    except Failure as failure:
        print(f"carmp-desktop: {failure}", file=sys.stderr)
        await show_start_failure(failure.problem)
        core.stop()
        return COULD_NOT_START
    take_down = log.set_up(
        profile.log, debug_mp=wants_debug_mp(options), secret=lambda: market.token.value
    )
    try:
        jobs = JobManager(market, core)
        reports.to = jobs.report
        return await _show(jobs, scheme, options)
    finally:
        core.stop()
        take_down()


async def _show(jobs: JobManager, scheme: Scheme, options: argparse.Namespace) -> int:
    scheme.choose(jobs.market.settings.scheme)
    window = MainWindow(jobs)
    closed: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    errand = Errand(window, jobs, _wanted(options))
    window.close_requested.connect(errand.leave)
    window.scheme_toggled.connect(scheme.toggle)
    scheme.chosen.connect(jobs.save_scheme)
    errand.done.connect(closed.set_result)
    window.show()
    errand.begin()
    try:
        return await closed
    finally:
        await jobs.aclose()
        window.leave()


def _wanted(options: argparse.Namespace) -> Wanted:
    return Wanted(
        photos=tuple(options.photo),
        angles=tuple(options.angle),
        colors=tuple(options.color),
        generate=options.generate,
        demo=options.demo,
        screenshot=options.screenshot,
        quit_when_done=options.quit_when_done,
    )
