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
from carmp_desktop.arguments import wants_debug_mp
from carmp_desktop.core import log
from carmp_desktop.core.gallery import safe_name
from carmp_desktop.core.limits import lift_file_limit
from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.paths import APP_NAME, Profile
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.samples import CAR
from carmp_desktop.core.secrets import TokenKeeper
from carmp_desktop.core.settings import SettingsFile
from carmp_desktop.core.thread import CoreThread
from carmp_desktop.qt import loop
from carmp_desktop.qt.errand import Errand, Wanted
from carmp_desktop.qt.jobs import JobManager
from carmp_desktop.qt.look.program_icon import program_icon
from carmp_desktop.qt.look.scheme import Scheme
from carmp_desktop.qt.presence.doorbell import Doorbell
from carmp_desktop.qt.presence.presence import Presence
from carmp_desktop.qt.presence.single_window import address
from carmp_desktop.qt.start_failure import show_start_failure
from carmp_desktop.qt.window import MainWindow
from carmp_desktop.qt.words.language import speak

COULD_NOT_START = 2


def run_session(options: argparse.Namespace, profile: Profile) -> int:
    """Open the window and stay until it is closed; the answer is the exit code."""
    app = _make_app()
    lift_file_limit()
    reports = Reports()
    return loop.run(app, lambda: _main(app, options, profile, reports), reports)


def run_start_failure(problem: Problem) -> int:
    """Say in a window why there will be no other; the answer is the exit code."""
    return loop.run(_make_app(), lambda: _fail(problem), Reports())


def show_without_display(options: argparse.Namespace, profile: Profile) -> None:
    """Let the demonstration run on no screen: a picture of the window, and then the end."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
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


def _make_app() -> QApplication:
    app = QApplication.instance() or QApplication([APP_NAME])
    assert isinstance(app, QApplication)
    app.setApplicationName("carmp-desktop")
    app.setApplicationDisplayName(APP_NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("carmp-desktop")
    app.setWindowIcon(program_icon())
    app.setQuitOnLastWindowClosed(False)
    speak(app, "")  # until the settings are read: an obstacle to reading them is told as well
    return app


async def _fail(problem: Problem) -> int:
    await show_start_failure(problem)
    return COULD_NOT_START


async def _main(
    app: QApplication, options: argparse.Namespace, profile: Profile, reports: Reports
) -> int:
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
        core.stop()
        return await _fail(failure.problem)
    take_down = log.set_up(
        profile.log, debug_mp=wants_debug_mp(options), secret=lambda: market.token.value
    )
    try:
        jobs = JobManager(market, core)
        reports.to = jobs.report
        return await _show(app, jobs, scheme, options, Doorbell(address(profile)))
    finally:
        core.stop()
        take_down()


async def _show(
    app: QApplication,
    jobs: JobManager,
    scheme: Scheme,
    options: argparse.Namespace,
    doorbell: Doorbell,
) -> int:
    scheme.choose(jobs.market.settings.scheme)
    if language := jobs.market.settings.language:
        speak(app, language)
    window = MainWindow(jobs)
    closed: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    errand = Errand(window, jobs, _wanted(options))
    window.close_requested.connect(errand.leave)
    window.scheme_toggled.connect(scheme.toggle)
    scheme.chosen.connect(jobs.save_scheme)
    window.settings.scheme_chosen.connect(scheme.choose)
    errand.done.connect(closed.set_result)
    doorbell.rung.connect(errand.answer)
    presence = Presence(window, jobs)
    presence.leave_requested.connect(errand.leave)
    window.show()
    errand.begin()
    jobs.restore()
    doorbell.listen()
    try:
        return await closed
    finally:
        doorbell.close()
        await presence.aclose()
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
