"""A minimal Debian system in a folder, made by debootstrap, to install the package into.

Needs root on Linux. Everything runs in a mount and process namespace of its own, so that nothing
stays mounted or running whatever happens. The system is made once and copied for every trial.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Self

SUITE = "bookworm"
_USER = 1000
_ENTER = 'mount --rbind /dev "$0/dev" && mount -t proc proc "$0/proc" && exec chroot "$@"'


def unprivileged() -> int | None:
    """The number of a user who may do nothing, where this one may do everything; else None."""
    return 65534 if hasattr(os, "geteuid") and os.geteuid() == 0 else None


class CleanRoot:
    """The system, from a pristine copy to its removal.

    ``store`` is a folder in which the pristine system stays for the next time.
    """

    def __init__(self, store: Path) -> None:
        self._pristine = store / SUITE
        self._root = store / "trial"
        self.home = self._root / "home" / "user"

    def __enter__(self) -> Self:
        if unprivileged() is None:
            sys.exit("smoke.py: a clean root can be made by root alone.")
        if not (self._pristine / "usr").is_dir():
            self._bootstrap()
        shutil.rmtree(self._root, ignore_errors=True)
        must(["cp", "-a", str(self._pristine), str(self._root)])
        self._enter(["useradd", "--create-home", "--uid", str(_USER), "user"])
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._root, ignore_errors=True)

    def _bootstrap(self) -> None:
        part = self._pristine.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        part.parent.mkdir(parents=True, exist_ok=True)
        must(["debootstrap", "--variant=minbase", SUITE, str(part)])
        part.rename(self._pristine)

    def install(self, package: Path) -> None:
        """Install a package file and what it depends on, without what it merely recommends."""
        shutil.copy(package, self._root / "root")
        shutil.copy("/etc/resolv.conf", self._root / "etc")
        self._enter(["apt-get", "-qq", "update"])
        install = ["apt-get", "-qq", "-y", "--no-install-recommends", "install"]
        self._enter([*install, f"/root/{package.name}"])

    def remove(self, name: str) -> None:
        """Remove a package as a user would who wants it gone."""
        self._enter(["apt-get", "-qq", "-y", "purge", name])

    def files(self) -> set[str]:
        """Every file outside the user's home and the package manager's own notes."""
        left_out = {"proc", "dev", "sys", "tmp", "home", "root", "run"}
        found = set()
        for top in self._root.iterdir():
            if top.name in left_out or top.is_symlink():
                continue
            for folder, _, names in os.walk(top):
                if not folder.startswith(str(self._root / "var")):
                    found.update(f"{folder}/{name}" for name in names)
        return found

    def inside(self, path: Path) -> str:
        """A path as the system in the folder knows it."""
        return f"/{path.relative_to(self._root)}"

    def start(self, words: Sequence[str], environment: dict[str, str]) -> subprocess.Popen[str]:
        """Start the installed program as the user, by its name alone."""
        return subprocess.Popen(
            self._words(["carmp-desktop", *words], f"--userspec={_USER}:{_USER}"),
            env={
                "HOME": "/home/user",
                "PATH": "/usr/bin:/bin:/usr/sbin:/sbin",
                "LANG": "C.UTF-8",
                **environment,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def _enter(self, words: Sequence[str]) -> None:
        path = "/usr/sbin:/usr/bin:/sbin:/bin"
        must(self._words(words), PATH=path, DEBIAN_FRONTEND="noninteractive", LANG="C.UTF-8")

    def _words(self, words: Sequence[str], *options: str) -> list[str]:
        alone = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", _ENTER]
        root = str(self._root)
        return [*alone, root, *options, root, *words]


def must(words: Sequence[str], **environment: str) -> None:
    """Run a command of the system; where it fails, so does the trial."""
    variables = {**os.environ, **environment}
    done = subprocess.run(words, env=variables, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stdout[-2000:], done.stderr[-2000:], sep="\n", file=sys.stderr)
        sys.exit(f"clean_root.py: this failed: {' '.join(words)}")
