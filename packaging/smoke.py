"""Tries the frozen program where it is least at home, and the Debian package in a clean system.

    python3 packaging/dev.py smoke            the folder of `build`, copied under an awkward path
    python3 packaging/dev.py smoke --deb      its Debian package, in a root made by debootstrap
    python3 packaging/dev.py smoke --times    how long it takes to start, beside the checkout

The folder belongs to somebody else and cannot be written to; the profile is in the home of a user
who may do nothing. The service is the tests' stand-in on loopback. Each check is one line; the exit
code is 0 where all of them hold.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from clean_root import CleanRoot, unprivileged  # noqa: E402  the path is set above
from start_times import compare_times  # noqa: E402

from tests.loopback import StandIn  # noqa: E402

PROGRAM = ROOT / "dist" / "carmp-desktop"
EXECUTABLE = "carmp-desktop.exe" if os.name == "nt" else "carmp-desktop"
SAMPLES = ROOT / "resources" / "samples"
TWICE_TWO = ("--angle", "front_0", "--angle", "side_90", "--color", "black", "--color", "yellow")
_PATIENCE = 240


@dataclass(frozen=True, slots=True)
class Ended:
    """How the program ended, and what it said."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Installed:
    """A program to try: how it is called, and a home that it may write to, seen from here.

    ``inside`` turns a path of this machine into one that the program knows.
    """

    start: Callable[[Sequence[str], dict[str, str]], subprocess.Popen[str]]
    home: Path
    inside: Callable[[Path], str]

    def run(self, words: Sequence[str], environment: dict[str, str]) -> Ended:
        """Run the program to its end."""
        child = self.start(words, environment)
        out, err = child.communicate(timeout=_PATIENCE)
        return Ended(child.returncode, out, err)


def main(arguments: Sequence[str]) -> int:
    """Try what is asked for; the answer is the exit code."""
    parser = argparse.ArgumentParser(prog="dev.py smoke", description=__doc__)
    parser.add_argument("--deb", action="store_true", help="the package, in a clean root")
    parser.add_argument("--times", action="store_true", help="start times, in turns")
    parser.add_argument("--picture", type=Path, help="keep the window's screenshot here")
    options = parser.parse_args(arguments)
    if not (PROGRAM / EXECUTABLE).is_file():
        sys.exit("smoke.py: there is no frozen program; build it first.")
    if options.times:
        return compare_times(PROGRAM / EXECUTABLE)
    with in_clean_root() if options.deb else under_awkward_path() as installed:
        try_everything(installed, options.picture)
    print("ok    nothing is left of the program, the gallery is untouched")
    return 0


@contextmanager
def under_awkward_path() -> Iterator[Installed]:
    """The frozen folder under spaces and letters of other scripts, for a user who cannot write."""
    with tempfile.TemporaryDirectory(prefix="carmp smoke ä 車 ") as place:
        Path(place).chmod(0o755)
        folder, home = Path(place) / "Mes Programmes é", Path(place) / "Ÿ home"
        shutil.copytree(PROGRAM, folder, symlinks=True)
        home.mkdir()
        user = unprivileged()
        if user is not None:
            os.chown(home, user, user)
        set_writable(folder, is_writable=False)

        def start(words: Sequence[str], environment: dict[str, str]) -> subprocess.Popen[str]:
            return subprocess.Popen(
                [folder / EXECUTABLE, *words],
                cwd=home,
                env=bare_environment(home) | environment,
                user=user,
                group=user,
                extra_groups=[] if user is not None else None,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )

        yield Installed(start, home, str)
        set_writable(folder, is_writable=True)
        shutil.rmtree(folder)
        assert_gallery_stays(home)


def set_writable(folder: Path, *, is_writable: bool) -> None:
    """Let the owner alone write to a folder and all that is in it, or nobody."""
    for file in (folder, *folder.rglob("*")):
        if not file.is_symlink():
            mode = file.stat().st_mode & ~0o222
            file.chmod(mode | 0o200 if is_writable else mode)


@contextmanager
def in_clean_root() -> Iterator[Installed]:
    """The Debian package in a minimal system, with what it says it depends on and no more."""
    package = max((ROOT / "dist").glob("*.deb"), key=lambda file: file.stat().st_mtime)
    with CleanRoot(ROOT / "build" / "clean-root") as root:
        before = root.files()
        root.install(package)
        print(f"ok    {package.name} is installed, {len(root.files() - before)} files came")
        yield Installed(root.start, root.home, root.inside)
        root.remove("carmp-desktop")
        left = [name for name in root.files() - before if "carmp" in name]
        assert not left, f"left behind: {left[:5]}"
        assert_gallery_stays(root.home)


def bare_environment(home: Path) -> dict[str, str]:
    """What a program finds on its first day: a home, a language, and nothing of ours."""
    if os.name == "nt":  # there no variable says where a user's own places are
        kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "PATH")}
        return kept | {"CARMP_PROFILE": str(home / "profile")}
    return {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


def try_everything(installed: Installed, picture: Path | None) -> None:
    """Every check in its order; a failed one ends it."""
    check("--version", version, installed)
    check("batch --engine studio", studio_batch, installed)
    check("batch against the stand-in", paid_batch, installed)
    with screen() as display:
        check("the window, and a second start", lambda it: window(it, display), installed)
        check("the studio in the window", lambda it: demo(it, display, picture), installed)


def check(name: str, trial: Callable[[Installed], None], installed: Installed) -> None:
    """Run one check and say so."""
    began = time.monotonic()
    trial(installed)
    print(f"ok    {name} ({time.monotonic() - began:.1f} s)", flush=True)


def version(installed: Installed) -> None:
    """It starts at all."""
    ended = installed.run(["--version"], {})
    assert ended.code == 0, ended.err
    assert ended.out.startswith("carmp-desktop "), ended.out


def studio_batch(installed: Installed) -> None:
    """The local engine, its worker processes and its model, with no token and no sheets."""
    words = ["batch", "--photo", sample(installed), "--engine", "studio", "--json"]
    nowhere = dict.fromkeys(ADDRESSES, "file:///nowhere")
    ended = installed.run([*words, "--angle", "front_0", "--color", "red_metallic"], nowhere)
    assert ended.code == 0, ended.err
    assert json.loads(ended.out)["completed"] == 2, ended.out


def paid_batch(installed: Installed) -> None:
    """Two angles in two colors, bought once each."""
    with StandIn() as server:
        words = ["batch", "--photo", sample(installed), *TWICE_TWO, "--car", "Smoke", "--json"]
        ended = installed.run(words, server.env())
        assert ended.code == 0, ended.err
        assert json.loads(ended.out)["completed"] == server.paid == 6, ended.out
    assert len(list(installed.home.rglob("Smoke_*.png"))) == 6


def window(installed: Installed, display: dict[str, str]) -> None:
    """A batch in the window; meanwhile a second start hands its photo over and goes."""
    with StandIn(seconds=4) as server:
        environment = server.env() | display
        shot = installed.home / "window.png"
        words = ["--photo", sample(installed), *TWICE_TWO, "--generate", "--quit-when-done"]
        first = installed.start([*words, "--screenshot", installed.inside(shot)], environment)
        server.wait_until(lambda: server.accepted > 0)
        second = installed.run([sample(installed, "sample_side.jpg")], environment)
        assert second.code == 0, second.err
        assert first.poll() is None, "the second start was not a second one"
        _, said = first.communicate(timeout=_PATIENCE)
        assert first.returncode == 0, said
        assert server.paid == 6
    assert_shows_something(shot)


def demo(installed: Installed, display: dict[str, str], picture: Path | None) -> None:
    """The studio's worker processes, started from the window."""
    shot = installed.home / "demo.png"
    words = ["--demo", "--quit-when-done", "--screenshot", installed.inside(shot)]
    ended = installed.run(words, display | dict.fromkeys(ADDRESSES, "file:///nowhere"))
    assert ended.code == 0, ended.err
    assert_shows_something(shot)
    if picture is not None:
        shutil.copyfile(shot, picture)


ADDRESSES = ("CARMP_GLOBAL_PROMPTS_URL", "CARMP_ANGLE_PRESETS_URL", "CARMP_COLOR_PRESETS_URL")


def sample(installed: Installed, name: str = "sample_front_3_4.jpg") -> str:
    """A photo in the user's home, under a name with a space, as the program knows it."""
    photo = installed.home / f"my {name}"
    if not photo.exists():
        shutil.copyfile(SAMPLES / name, photo)
    return installed.inside(photo)


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """The environment that leads to a screen: on Linux to one that nobody sees."""
    if sys.platform != "linux":
        yield {}
        return
    server = shutil.which("Xvfb")
    assert server is not None, "Xvfb is not installed"
    reading, writing = os.pipe()
    words = [server, "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    child = subprocess.Popen([*words, "-ac"], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield {"DISPLAY": f":{told.readline().strip()}"}
    finally:
        child.terminate()
        child.wait(10)


def assert_shows_something(shot: Path) -> None:
    """A picture of a window is large and has many colors."""
    with Image.open(shot) as image:
        assert image.width >= 1000, image.size
        assert len(image.convert("RGB").getcolors(1 << 24) or []) > 500


def assert_gallery_stays(home: Path) -> None:
    """The user's images outlive the program."""
    assert len(list(home.rglob("Smoke_*.png"))) >= 6


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
