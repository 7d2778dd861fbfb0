"""The program's entry: looks at the first word and goes to the window or to the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from carmp_desktop.arguments import parse


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; the answer is its exit code."""
    if getattr(sys, "frozen", False):
        # In an installed program a worker process of the studio begins here and never goes on.
        import multiprocessing

        multiprocessing.freeze_support()
    options = parse(sys.argv[1:] if arguments is None else arguments)
    if options.command is None:
        # Imported here, so that the headless commands need no Qt libraries.
        from carmp_desktop.app import run_window

        return run_window(options)
    from carmp_desktop.cli import run_command

    return run_command(options)


if __name__ == "__main__":
    sys.exit(main())
