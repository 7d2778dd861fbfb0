"""Builds the objects of the windowed program, hands them to each other, and takes them down.

Order of the start: the window is painted, then the core opens the profile on its thread, then the
window comes to life. What only the later steps need is imported in them.

Order of the end: the window asks, the job manager cancels and waits, the core closes its
connections and its database, its thread ends, the window goes.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from carmp_desktop import __version__
from carmp_desktop.arguments import wants_debug_mp
from carmp_desktop.core.paths import APP_NAME, Profile
from carmp_desktop.core.problems import Failure
from carmp_desktop.core.secrets import TokenKeeper
from carmp_desktop.core.settings import SettingsFile
from carmp_desktop.core.thread import CoreThread
from carmp_desktop.qt import loop
from carmp_desktop.qt.first_sight import show_what_is_known
from carmp_desktop.qt.look.program_icon import program_icon
from carmp_desktop.qt.look.scheme import Scheme
from carmp_desktop.qt.presence.single_window import address
from carmp_desktop.qt.window import MainWindow
from carmp_desktop.qt.words.language import speak

if TYPE_CHECKING:
    from carmp_desktop.core.marketplace import Marketplace
    from carmp_desktop.core.problems import Problem
    from carmp_desktop.qt.errand import Wanted
    from carmp_desktop.qt.jobs import JobManager

COULD_NOT_START = 2


def run_session(options: argparse.Namespace, profile: Profile) -> int:
    """Open the window and stay until it is closed; the answer is the exit code."""
    app = _make_app()
    reports = Reports()
    return loop.run(app, lambda: _main(app, options, profile, reports), reports)


def run_start_failure(problem: Problem) -> int:
    """Say in a window why there will be no other; the answer is the exit code."""
    app = _make_app()
    speak(app, "")
    return loop.run(app, lambda: _fail(problem), Reports())


def show_without_display(options: argparse.Namespace, profile: Profile) -> None:
    """Let the demonstration run on no screen: a picture of the window, and then the end."""
    from carmp_desktop.core.gallery import safe_name
    from carmp_desktop.core.samples import CAR

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    options.screenshot = options.screenshot or profile.data / "demo.png"
    options.quit_when_done = True
    print("There is no display, so the window is drawn into a picture.")
    print(f"The window: {options.screenshot}")
    print(f"The images: {profile.gallery / safe_name(CAR)}")


class Reports:
    """Where unforeseen errors go: to the log, until there is a window that can tell of them."""

    def __init__(self) -> None:
        self.to: loop.Report = _log

    def __call__(self, error: BaseException) -> None:
        """Pass an error on."""
        self.to(error)


def _log(error: BaseException) -> None:
    from carmp_desktop.core.log import LOG

    LOG.error("unforeseen", exc_info=error)


def _make_app() -> QApplication:
    app = QApplication.instance() or QApplication([APP_NAME])
    assert isinstance(app, QApplication)
    app.setApplicationName("carmp-desktop")
    app.setApplicationDisplayName(APP_NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("carmp-desktop")
    app.setWindowIcon(program_icon())
    app.setQuitOnLastWindowClosed(False)
    return app


async def _fail(problem: Problem) -> int:
    from carmp_desktop.qt.start_failure import show_start_failure

    await show_start_failure(problem)
    return COULD_NOT_START


async def _main(
    app: QApplication, options: argparse.Namespace, profile: Profile, reports: Reports
) -> int:
    scheme = Scheme(app)
    settings = SettingsFile(profile.settings, os.environ)
    window = await _show_first(app, scheme, profile, settings)
    core = CoreThread()
    core.start()
    try:
        market = await asyncio.wrap_future(core.submit(_open(profile, settings)))
    except BaseException as error:
        core.stop()
        window.leave()
        if not isinstance(error, Failure):
            raise
        print(f"carmp-desktop: {error}", file=sys.stderr)
        return await _fail(error.problem)
    from carmp_desktop.core import log
    from carmp_desktop.qt.jobs import JobManager

    take_down = log.set_up(
        profile.log, debug_mp=wants_debug_mp(options), secret=lambda: market.token.value
    )
    try:
        jobs = JobManager(market, core)
        reports.to = jobs.report
        return await _work(window, jobs, scheme, options, profile)
    finally:
        core.stop()
        take_down()


async def _show_first(
    app: QApplication, scheme: Scheme, profile: Profile, settings: SettingsFile
) -> MainWindow:
    """The window, painted before anything heavy is imported or opened.

    It is not shown where the settings cannot be read: the opening tells why, and nothing else.
    """
    try:
        known = settings.load()
    except Failure:
        speak(app, "")
        return MainWindow()
    scheme.choose(known.scheme)
    speak(app, known.language)
    window = MainWindow()
    show_what_is_known(window, profile, known)
    window.show()
    await loop.painted(window)
    return window


async def _open(profile: Profile, settings: SettingsFile) -> Marketplace:
    """Runs on the core's thread, which imports there what the core needs."""
    from carmp_desktop.core.limits import lift_file_limit
    from carmp_desktop.core.marketplace import Marketplace

    lift_file_limit()
    return await Marketplace.open(profile, keeper=TokenKeeper(os.environ), settings=settings)


async def _work(
    window: MainWindow,
    jobs: JobManager,
    scheme: Scheme,
    options: argparse.Namespace,
    profile: Profile,
) -> int:
    from carmp_desktop.qt.errand import Errand
    from carmp_desktop.qt.presence.doorbell import Doorbell
    from carmp_desktop.qt.presence.presence import Presence

    window.begin(jobs)
    closed: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    doorbell = Doorbell(address(profile))
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
    loop.spare_what_stands()
    try:
        return await closed
    finally:
        doorbell.close()
        await presence.aclose()
        await jobs.aclose()
        window.leave()


def _wanted(options: argparse.Namespace) -> Wanted:
    from carmp_desktop.qt.errand import Wanted

    return Wanted(
        photos=tuple(options.photo),
        angles=tuple(options.angle),
        colors=tuple(options.color),
        generate=options.generate,
        demo=options.demo,
        screenshot=options.screenshot,
        quit_when_done=options.quit_when_done,
    )
