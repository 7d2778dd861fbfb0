"""Starts the windowed program: one window to a profile, which a later start only calls.

What a window needs is imported when it is sure that there will be one.
"""

from __future__ import annotations

import argparse
import os
import sys

from carmp_desktop.arguments import profile_of
from carmp_desktop.core.problems import Failure
from carmp_desktop.qt.presence.single_window import claim

HANDED_OVER = 0
COULD_NOT_START = 2


def run_window(options: argparse.Namespace) -> int:
    """Open the window and stay until it is closed, or call the one that is open already.

    The answer is the exit code.
    """
    if not has_display() and not options.demo:
        print("carmp-desktop: There is no display. Try --demo, or batch.", file=sys.stderr)
        return COULD_NOT_START
    profile = profile_of(options)
    try:
        lock = claim(profile, options.photo)
    except Failure as failure:
        return _cannot_start(failure)
    if lock is None:
        tell_what_stays_behind(options)
        return HANDED_OVER
    from carmp_desktop import session

    try:
        if not has_display():
            session.show_without_display(options, profile)
        return session.run_session(options, profile)
    finally:
        lock.release()


def has_display() -> bool:
    """Whether a window can be shown, or somebody has said how to do without."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def tell_what_stays_behind(options: argparse.Namespace) -> None:
    """Say which wishes the open window was not told of: it gets photos and nothing else."""
    wishes = ("angle", "color", "demo", "generate", "screenshot", "quit_when_done", "debug_mp")
    unheard = [f"--{wish.replace('_', '-')}" for wish in wishes if getattr(options, wish)]
    if unheard:
        print(
            "carmp-desktop: The window is open already and was handed the photos only, not "
            f"{', '.join(unheard)}.",
            file=sys.stderr,
        )


def _cannot_start(failure: Failure) -> int:
    print(f"carmp-desktop: {failure}", file=sys.stderr)
    if has_display():
        from carmp_desktop import session

        session.run_start_failure(failure.problem)
    return COULD_NOT_START
