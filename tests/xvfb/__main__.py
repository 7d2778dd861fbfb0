"""One trip through the program on a real X screen: dragged in, generated, dragged out.

    python3 packaging/dev.py xvfb [--to DIR] [--scale 1] [--scheme light]

A photo is dragged from a second program onto the window, the button is clicked, and an image is
dragged out of the gallery onto the second program. Each step is photographed. The exit code is 0
where all of it arrived.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from carmp_desktop.core.paths import APP_NAME, resources
from carmp_desktop.qt.look.tokens import FOOTER_HEIGHT, PANEL_WIDTH
from tests.xvfb import partner
from tests.xvfb.screen import Place, Screen, end, opened, until

SIZE = (1920, 1080)
_CARDS = 4


def main(arguments: Sequence[str]) -> int:
    """Make the trip; the answer is the exit code."""
    options = parse(arguments)
    options.to.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        opened(*(side * options.scale for side in SIZE), options.to) as screen,
    ):
        travel(screen, Path(folder), options.scale, options.scheme)
    print(f"All of it arrived. The photographs: {options.to}")
    return 0


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Understand the command line."""
    parser = argparse.ArgumentParser(prog="dev.py xvfb", description=__doc__)
    parser.add_argument("--to", type=Path, default=Path(tempfile.gettempdir()) / "carmp-xvfb")
    parser.add_argument("--scale", type=int, default=1, choices=(1, 2))
    parser.add_argument("--scheme", default="light", choices=("light", "dark"))
    return parser.parse_args(arguments)


def travel(screen: Screen, folder: Path, scale: int, scheme: str) -> None:
    """From the first photo to the image in the other program's hands."""
    photo = resources() / "samples" / "sample_front_3_4.jpg"
    profile, heard, said = folder / "profile", folder / "partner.log", folder / "program.log"
    profile.mkdir()
    (profile / "settings.json").write_text(json.dumps({"scheme": scheme}), encoding="utf-8")
    look = {"QT_SCALE_FACTOR": str(scale)}
    other = screen.start([sys.executable, partner.__file__, photo], heard, **look)
    program = screen.start(command(profile), said, **look, **quiet())
    try:
        window, square = screen.find(APP_NAME), screen.find(partner.TITLE)
        screen.place(square, 1500 * scale, 300 * scale)
        screen.place(window, 20 * scale, 40 * scale)
        screen.photograph("start")
        drag_in(screen, window, square, heard, profile, scale)
        generate(screen, window, said, scale)
        drag_out(screen, window, square, heard, profile, scale)
        look_around(screen, window, scale)
        leave(screen, window, program)
    except BaseException:
        screen.photograph("failed")
        print(said.read_text(encoding="utf-8"), file=sys.stderr)
        raise
    finally:
        end(program)
        end(other)


def drag_in(
    screen: Screen, window: str, square: str, heard: Path, profile: Path, scale: int
) -> None:
    """The photo from the other program onto the middle of the window."""
    screen.drag(
        Place(square, 110 * scale, 110 * scale),
        Place(window, 800 * scale, 500 * scale),
        lambda: ["welcome"] in lines(heard),
    )
    until(lambda: [file for file in (profile / "cache").rglob("*") if file.is_file()])
    screen.photograph("photo-arrived")


def generate(screen: Screen, window: str, said: Path, scale: int) -> None:
    """A click on the button, and its images."""
    _, height = screen.size(window)
    x, y = PANEL_WIDTH // 2 * scale, height - (FOOTER_HEIGHT + 37) * scale
    screen.move(Place(window, x, y))
    screen.photograph("over-the-button")
    screen.click(Place(window, x, y))
    until(lambda: "[MP] submit batch" in said.read_text(encoding="utf-8"))
    screen.photograph("at-work")
    until(lambda: said.read_text(encoding="utf-8").count("[MP] persisted") == _CARDS)
    screen.photograph("done")


def drag_out(
    screen: Screen, window: str, square: str, heard: Path, profile: Path, scale: int
) -> None:
    """The first image of the gallery onto the other program."""
    screen.tell("windowactivate", "--sync", window)
    screen.press("ctrl+2")
    screen.move(Place(window, 140 * scale, 230 * scale))
    screen.photograph("gallery")
    screen.drag(
        Place(window, 140 * scale, 230 * scale),
        Place(square, 110 * scale, 110 * scale),
        lambda: ["enters"] in lines(heard),
    )
    dropped = until(lambda: [line[1:] for line in lines(heard) if line[0] == "dropped"])[0]
    screen.photograph("dropped")
    images = {str(file) for file in (profile / "gallery").rglob("*.png")}
    assert len(dropped) == 1, dropped
    assert set(dropped) <= images, dropped


def look_around(screen: Screen, window: str, scale: int) -> None:
    """What has a window of its own: a tooltip, a menu, the dialogs."""
    width, _ = screen.size(window)
    screen.tell("windowactivate", "--sync", window)
    for step in (44, 37):
        screen.move(Place(window, width - step * scale, 26 * scale))
    until(lambda: len(screen.windows_of(window)) > 1)
    screen.photograph("tooltip")
    screen.tell("click", "1")
    screen.find("Settings")
    screen.photograph("settings")
    screen.press("Escape")
    screen.tell("windowactivate", "--sync", window)
    screen.press("F1")
    screen.find("Keys")
    screen.photograph("keys")
    screen.press("Escape")
    screen.tell("windowactivate", "--sync", window)
    screen.press("ctrl+o")
    screen.find("Choose photos")
    screen.photograph("file-dialog")
    screen.press("Escape")


def leave(screen: Screen, window: str, program: subprocess.Popen[bytes]) -> None:
    """Closed by the window manager, the program ends well."""
    screen.tell("windowactivate", "--sync", window)
    screen.press("alt+F4")
    until(lambda: program.poll() is not None)
    assert program.returncode == 0, program.returncode


def lines(file: Path) -> list[list[str]]:
    """What the other program has printed so far."""
    return [
        json.loads(line)
        for line in file.read_text(encoding="utf-8").splitlines()
        if line[:1] == "["
    ]


def command(profile: Path) -> list[str | Path]:
    """The program with two angles and a color chosen, and no photo."""
    chosen = ("--angle", "front_3_4", "--angle", "side_90", "--color", "red_metallic")
    return [sys.executable, "-m", "carmp_desktop", "--profile", profile, "--debug-mp", *chosen]


def quiet() -> dict[str, str]:
    """No network, no keychain, no desktop's bus: the sheets are those that ship."""
    folder = resources() / "presets"
    sheets = {
        "GLOBAL_PROMPTS": "global_prompts",
        "ANGLE_PRESETS": "angle_presets",
        "COLOR_PRESETS": "color_presets",
    }
    named = {
        f"CARMP_{name}_URL": (folder / f"{file}.csv").as_uri() for name, file in sheets.items()
    }
    return {
        **named,
        "REPLICATE_API_TOKEN": "",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "DBUS_SESSION_BUS_ADDRESS": "",
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
